/** Rules about a network's addresses, routes and router. */
package mcnet.check.rule.network;
