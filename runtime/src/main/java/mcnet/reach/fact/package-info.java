/** What servers and OVN do beyond what the text of a program says, each with its source. */
package mcnet.reach.fact;
