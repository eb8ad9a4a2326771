/**
 * Who can reach whom, computed from a program: packets as sets, networks and their ways as an immutable picture, ACLs as
 * OVN evaluates them. Nothing here asks a cluster; what only a cluster knows is said as an assumption.
 */
package mcnet.reach;
