/** Rules about bridges of the members. */
package mcnet.check.rule.bridge;
