/** Rules about projects and what they may use. */
package mcnet.check.rule.project;
