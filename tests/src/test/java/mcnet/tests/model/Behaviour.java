package mcnet.tests.model;

import java.util.List;

/**
 * Two releases of LXD that answer differently.
 */
public enum Behaviour {
    /** Every write is done when it is answered ({@code lxd/networks.go} of 5.0.2). */
    LXD_5_0_2("5.0.2", false, List.of("network", "network_acl", "network_forward", "network_peer")),
    /** Writes are operations in the background, zones are apart from networks, lists come in any order. */
    LXD_6_9("6.9", true,
            List.of("network", "network_acl", "network_forward", "network_peer", "projects_networks_zones",
                    "network_load_balancer", "network_load_balancer_pool", "storage_and_network_operations",
                    "ovn_internal_load_balancer", "ovn_dhcp_ranges", "ovn_nic_acceleration_parent",
                    "network_ovn_l3only", "network_allocate_external_ips", "projects_limits_uplink_ips",
                    "ovn_dynamic_northbound_connection"));

    private final String version;
    private final boolean newer;
    private final List<String> extensions;

    Behaviour(String version, boolean newer, List<String> extensions) {
        this.version = version;
        this.newer = newer;
        this.extensions = extensions;
    }

    public String version() {
        return version;
    }

    /** What it lists in {@code api_extensions}, as far as mcnet asks. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether a refusal is the end of an operation, with status 400 ({@code lxd/operations/operations.go}). */
    boolean inBackground() {
        return newer;
    }

    /** Whether a network keeps the description it is created with: {@code lxd/networks.go networksPostCluster}. */
    boolean keepsDescriptions() {
        return newer;
    }

    /** Whether zones are in a project only where it says so ({@code lxd/project/project.go NetworkZoneProject}). */
    boolean zonesApart() {
        return newer;
    }

    /** Whether routers' addresses are held against the uplink's ranges ({@code lxd/network/driver_ovn.go Validate}). */
    boolean holdsRoutersAgainstRanges() {
        return newer;
    }

    /** Whether an uplink's routes are held against listeners ({@code lxd/network/driver_common.go validateRoutes}). */
    boolean holdsListenersAgainstRoutes() {
        return newer;
    }

    /** Whether a forward may listen inside of its own network. */
    boolean listensInside() {
        return newer;
    }

    /** Whether a list is 404 when an entry goes while it is read ({@code lxd/network_acls.go networkACLsGet}). */
    boolean losesLists() {
        return newer;
    }
}
