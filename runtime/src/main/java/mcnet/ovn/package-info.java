/** Open vSwitch and OVN: tables as they are read, rules as OVN spells them. */
package mcnet.ovn;
