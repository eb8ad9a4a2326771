/** DNS zones on the server. */
package mcnet.lxd.zone;
