/** Items and expressions as text, for {@code mcnet print} and for messages. */
package mcnet.language.print;
