/** Rules about the members of a cluster. */
package mcnet.check.rule.member;
