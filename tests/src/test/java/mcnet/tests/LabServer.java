package mcnet.tests;

import mcnet.lab.Lab;

/**
 * What the server of a lab is like, asked of the lab itself: stories that hold on some servers only ask by the name of the
 * fact, whatever image the lab is made of.
 *
 * @param naming what it calls its client, its folders and its objects
 * @param version the server's own word for it, {@code 5.21.7}
 * @param extensions what {@code GET /1.0} lists, a blank before and behind each
 * @param ovn the release of OVN, {@code 26.03}
 */
record LabServer(ServerNaming naming, String version, String extensions, String ovn) {

    static LabServer of(Lab lab) {
        String client = lab.client();
        String asked = client + " query /1.0 | sed -n ";
        String extensions = shell(lab, asked + "'/\"api_extensions\"/,/]/p' | tr -cd 'a-z0-9_\\n' | tr '\\n' ' '");
        return new LabServer(client.equals("incus") ? ServerNaming.INCUS : ServerNaming.LXD,
                shell(lab, asked + "'s/.*\"server_version\": \"\\(.*\\)\".*/\\1/p'"), " " + extensions + " ",
                shell(lab, "ovn-nbctl --version | sed -n 's/^ovn-nbctl //p'"));
    }

    private static String shell(Lab lab, String command) {
        return lab.exec("micro1", "sh", "-ec", command).orThrow(command).text();
    }

    boolean isLxd() {
        return naming == ServerNaming.LXD;
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
        return isLxd() && (isBefore(5, 21, 5) || version.startsWith("6.") && isBefore(6, 6, 0));
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

    /** Rules may name sets of addresses. */
    boolean setsAddresses() {
        return has("network_address_set");
    }

    /** Networks may be without an uplink. */
    boolean isolates() {
        return has("network_ovn_isolated");
    }

    /** DHCP of OVN networks may announce another gateway than the router, and their instances may go without names. */
    boolean announcesGateways() {
        return !isLxd() && !isBefore(6, 23, 0);
    }

    /** What OVN networks do with packets to many may be said. */
    boolean knowsMulticast() {
        return has("network_ovn_multicast");
    }

    /** A NIC stays with the default that its network had when it was plugged in. */
    boolean keepsDefaultsOfRunningNics() {
        return !isLxd() && !isBefore(6, 16, 0);
    }

    /** ACLs are taken with ports that do not exist; newer servers look. */
    boolean takesAnyPort() {
        return isLxd() && isBefore(5, 21, 0);
    }

    /** IPv6 networks longer than /64 are taken without stateful DHCP, shorter ones refused; newer servers have it right. */
    boolean judgesLengthsTheWrongWay() {
        return isLxd() && isBefore(5, 21, 0);
    }

    /** A project may lose the uplink that its networks use; newer servers refuse that. */
    boolean takesGrantsBack() {
        return isLxd() && isBefore(5, 21, 0);
    }

    /** A forward or balancer on an IPv6 network switches OVN's periodic router advertisements off. */
    boolean forwardsSilenceAdvertisements() {
        return number(ovn, 0) >= 26;
    }

    /** Networks take their routers' addresses only from the uplink's ranges as they are at that moment. */
    boolean holdsRoutersAgainstRanges() {
        return isLxd() && !isBefore(5, 21, 4) && !(version.startsWith("6.") && isBefore(6, 3, 0));
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
