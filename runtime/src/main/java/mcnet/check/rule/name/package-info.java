/** Rules about names and keys: what the server refuses, and what two things may not share. */
package mcnet.check.rule.name;
