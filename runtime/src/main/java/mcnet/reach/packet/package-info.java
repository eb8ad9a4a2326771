/** Sets of packets: unions of boxes over family, addresses, protocol and ports, exact under union, intersection and difference. */
package mcnet.reach.packet;
