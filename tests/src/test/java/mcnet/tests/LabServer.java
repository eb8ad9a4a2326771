package mcnet.tests;

/**
 * What the server of a lab is like, asked of the lab itself: stories that hold on some servers only ask by the name of the
 * fact, whatever image the lab is made of.
 *
 * @param version LXD's own word for it, {@code 5.21.7}
 * @param extensions what {@code GET /1.0} lists, a blank before and behind each
 * @param ovn the release of OVN, {@code 26.03}
 */
record LabServer(String version, String extensions, String ovn) {

    static LabServer of(LabCluster lab) {
        String extensions = lab.on("micro1", "sh", "-ec",
                "lxc query /1.0 | sed -n '/\"api_extensions\"/,/]/p' | tr -cd 'a-z0-9_\\n' | tr '\\n' ' '");
        return new LabServer(lab.on("micro1", "lxd", "--version").strip(), " " + extensions + " ",
                lab.on("micro1", "sh", "-ec", "ovn-nbctl --version | sed -n 's/^ovn-nbctl //p'").strip());
    }

    private boolean has(String extension) {
        return extensions.contains(" " + extension + " ");
    }

    /** Writes are operations: an answer only says that they have begun. */
    boolean writesLater() {
        return has("storage_and_network_operations");
    }

    /** The description that a creation in a cluster brings is lost; mended in 5.21.5 and 6.6. */
    boolean losesDescriptions() {
        return isBefore(5, 21, 5) || version.startsWith("6.") && isBefore(6, 6, 0);
    }

    /** Forwards may listen inside of their own network, and {@code 0.0.0.0} lets the server choose. */
    boolean listensInside() {
        return has("ovn_internal_load_balancer");
    }

    /** Networks have balancers. */
    boolean balances() {
        return has("network_load_balancer");
    }

    /** Balancers distribute over pools of instances, whose addresses the server follows. */
    boolean poolsInstances() {
        return has("network_load_balancer_pool");
    }

    /** ACLs are taken with ports that do not exist; newer servers look. */
    boolean takesAnyPort() {
        return isBefore(5, 21, 0);
    }

    /** IPv6 networks longer than /64 are taken without stateful DHCP, shorter ones refused; newer servers have it right. */
    boolean judgesLengthsTheWrongWay() {
        return isBefore(5, 21, 0);
    }

    /** A project may lose the uplink that its networks use; newer servers refuse that. */
    boolean takesGrantsBack() {
        return isBefore(5, 21, 0);
    }

    /** A forward or balancer on an IPv6 network switches OVN's periodic router advertisements off. */
    boolean forwardsSilenceAdvertisements() {
        return number(ovn, 0) >= 26;
    }

    /** Networks take their routers' addresses only from the uplink's ranges as they are at that moment. */
    boolean holdsRoutersAgainstRanges() {
        return !isBefore(5, 21, 4) && !(version.startsWith("6.") && isBefore(6, 3, 0));
    }

    private boolean isBefore(int... release) {
        for (int i = 0; i < release.length; i++) {
            int mine = number(version, i);
            if (mine != release[i]) return mine < release[i];
        }
        return false;
    }

    private static int number(String version, int place) {
        String[] numbers = version.split("[^0-9]+");
        return place < numbers.length && !numbers[place].isEmpty() ? Integer.parseInt(numbers[place]) : 0;
    }
}
