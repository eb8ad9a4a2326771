/** Rules about forwards and load balancers: where they listen and what they send on. */
package mcnet.check.rule.forward;
