/**
 * What is wrong, as data: the message, its places in sources, the reason and the remedy. Everyone may know it; it
 * knows nobody.
 */
package mcnet.diagnostic;
