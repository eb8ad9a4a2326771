/** What the operating system hands over: the user's locale, and whether text from it is what the user wrote. Knows nothing of ours. */
package mcnet.system;
