/** Rules about DNS zones. */
package mcnet.check.rule.zone;
