/** Rules about the network of the tunnels. */
package mcnet.check.rule.underlay;
