/** What a server is, which release, and what it takes. */
package mcnet.lxd.server;
