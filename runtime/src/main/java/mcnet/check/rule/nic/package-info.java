/** Rules about the NICs of instances and profiles. */
package mcnet.check.rule.nic;
