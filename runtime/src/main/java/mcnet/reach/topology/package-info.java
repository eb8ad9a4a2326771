/** The networks of a program as packets see them: hosts with the same rules, uplinks, peerings, listen addresses. */
package mcnet.reach.topology;
