/** Rules about ACLs, their rules and defaults, and flows. */
package mcnet.check.rule.acl;
