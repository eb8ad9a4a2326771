/** What runs inside of a connection: shell scripts, HTTP to LXD's socket, sockets, limits and counters. */
package mcnet.ssh.transport;
