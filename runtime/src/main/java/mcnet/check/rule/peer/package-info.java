/** Rules about peerings. */
package mcnet.check.rule.peer;
