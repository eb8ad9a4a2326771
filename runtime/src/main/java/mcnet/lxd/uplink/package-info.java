/**
 * Uplinks and what stands on them: routes, listen addresses, router addresses, interfaces, networks that a change
 * leaves stale.
 */
package mcnet.lxd.uplink;
