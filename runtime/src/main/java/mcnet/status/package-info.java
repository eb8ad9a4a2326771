/** The state of what is declared, as {@code mcnet status} counts it. */
package mcnet.status;
