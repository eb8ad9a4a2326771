/** ACLs as OVN evaluates them at the switch of a network: drop over reject over allow over the defaults of the NICs. */
package mcnet.reach.policy;
