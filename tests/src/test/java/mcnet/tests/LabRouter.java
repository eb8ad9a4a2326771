package mcnet.tests;

/**
 * The router of an OVN network on a lab.
 *
 * @param network its name, of the default project
 */
record LabRouter(LabCluster lab, String network) {

    /** What OVN calls it, without the ending: {@code lxd-net3}. */
    String name() {
        return lab.on("micro1", "ovn-nbctl", "--bare", "--columns=name", "find", "Logical_Router_Port",
                "networks{>=}\"" + lab.on("micro1", "lxc", "network", "get", network, "ipv4.address").strip() + "\"")
                .strip().replace("-lr-lrp-int", "");
    }

    /** The member that runs it, where it meets the uplink. */
    String gateway() {
        return lab.on("micro1", "sh", "-ec", """
                chassis=$(ovn-sbctl --bare --columns=chassis find Port_Binding logical_port="cr-$1-lr-lrp-ext")
                ovn-sbctl --bare --columns=hostname list Chassis "$chassis"
                """, "sh", name()).strip();
    }
}
