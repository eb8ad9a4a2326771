/** Network interfaces of the members, and what must be true of them before something is built on them. */
package mcnet.link;
