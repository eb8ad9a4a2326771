/** Rules about an uplink's gateways, ranges, routes and interfaces. */
package mcnet.check.rule.uplink;
