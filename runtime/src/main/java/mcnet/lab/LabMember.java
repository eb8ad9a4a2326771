package mcnet.lab;

/**
 * A member of a lab.
 *
 * @param name {@code micro1}, also its host name and its name in LXD
 * @param management the address of its NIC {@code mgmt0}, where sshd and LXD listen
 * @param underlay the address of its NIC {@code eth1}
 * @param uplinkNic the NIC without an address that is for OVN: {@code eth0}, on the third member {@code enp5s0}
 */
public record LabMember(String name, String management, String underlay, String uplinkNic) {}
