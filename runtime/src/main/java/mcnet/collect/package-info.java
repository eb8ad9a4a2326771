/**
 * All queries as one batch for each member, and the answers brought back. The way from a program's cluster to
 * connections.
 */
package mcnet.collect;
