/**
 * Sentences about packets as LXD's objects have them, and back: rules of ACLs, ports of forwards, the two sides of a
 * peering.
 */
package mcnet.lxd.traffic;
