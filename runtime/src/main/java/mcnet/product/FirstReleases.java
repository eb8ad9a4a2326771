package mcnet.product;

import java.util.Map;
import java.util.Optional;

/**
 * The first releases with an API extension, for people who have to upgrade: whether a server has one it says itself. From
 * {@code shared/version/api.go} of LXD and {@code internal/version/api.go} of Incus at each tag.
 *
 * @param lxd as a sentence says it, {@code 5.21.5, 6.6}; empty: no release has it
 * @param incus the same; its first release has what LXD 5.13 has
 */
public record FirstReleases(String lxd, String incus) {
    private static final Map<String, FirstReleases> KNOWN = Map.ofEntries(
            Map.entry("network_load_balancer", new FirstReleases("5.4", "6.0")),
            Map.entry("network_bgp_holdtime", new FirstReleases("5.5", "6.0")),
            Map.entry("projects_networks_zones", new FirstReleases("5.9", "6.0")),
            Map.entry("network_ovn_l3only", new FirstReleases("5.13", "6.0")),
            Map.entry("network_allocate_external_ips", new FirstReleases("5.21.2, 6.1", "")),
            Map.entry("projects_limits_uplink_ips", new FirstReleases("5.21.4, 6.3", "")),
            Map.entry("ovn_dhcp_ranges", new FirstReleases("5.21.5, 6.6", "6.0")),
            Map.entry("ovn_internal_load_balancer", new FirstReleases("5.21.5, 6.6", "")),
            Map.entry("ovn_nic_acceleration_parent", new FirstReleases("5.21.5, 6.6", "")),
            Map.entry("network_load_balancer_pool", new FirstReleases("6.9", "")),
            Map.entry("network_load_balancer_health_check", new FirstReleases("", "6.0.2, 6.5")),
            Map.entry("network_dns_nameservers", new FirstReleases("", "6.0.4, 6.11")),
            Map.entry("network_ipv4_dhcp_routes", new FirstReleases("", "6.0.4, 6.11")),
            Map.entry("network_ipv6_ra", new FirstReleases("", "7.0.2")),
            Map.entry("network_physical_gateway_hwaddr", new FirstReleases("", "6.0.5, 6.13")),
            Map.entry("network_zones_dns_contact", new FirstReleases("", "6.0.6, 6.21")),
            Map.entry("ovn_nic_promiscuous", new FirstReleases("", "6.0.2, 6.5")),
            Map.entry("ovn_nic_limits", new FirstReleases("", "6.0.6, 6.19")),
            Map.entry("nic_attached_connected", new FirstReleases("", "6.0.6, 6.21")),
            Map.entry("network_ovn_external_nic_address", new FirstReleases("", "6.0.5, 6.13")),
            Map.entry("network_ovn_isolated", new FirstReleases("", "6.0.2, 6.4")),
            Map.entry("network_ovn_ipv4_dhcp_expiry", new FirstReleases("", "6.0.4, 6.11")),
            Map.entry("network_ovn_multicast", new FirstReleases("", "7.0.2")),
            Map.entry("network_bridge_multicast_snooping", new FirstReleases("", "7.0.1")),
            Map.entry("network_address_set", new FirstReleases("", "6.12")));

    /**
     * What came without an extension that tells of it, by the section of the server's metadata and the key there. From
     * {@code internal/server/network/driver_ovn.go} and {@code driver_physical.go} of Incus at each tag; LXD has had its fan
     * since before it had clusters, and Incus never had it.
     */
    private static final Map<String, FirstReleases> UNLISTED = Map.of(
            "network-bridge bridge.mode", new FirstReleases("2.8", ""),
            "network_ovn dns.mode", new FirstReleases("", "6.0.6, 6.18"),
            "network_ovn ipv4.dhcp.gateway", new FirstReleases("", "6.23"),
            "network_physical vlan.tagged", new FirstReleases("", "6.0.6, 6.21"));

    /** Whether servers list nothing for it: only their release tells. */
    public static boolean isUnlisted(String feature) {
        return UNLISTED.containsKey(feature);
    }

    /** Whether a server is too old for what no extension tells of; one that does not say its release is not. */
    static boolean isBefore(String feature, Server server) {
        if (server.product().isEmpty() || server.version().isEmpty()) return false;
        String[] releases = UNLISTED.get(feature).of(server.product().get()).split(", ");
        for (String release : releases) {
            boolean last = release.equals(releases[releases.length - 1]);
            if (!release.isEmpty() && (last ? server.isSince(release) : server.isLaterInItsSeries(release)))
                return false;
        }
        return true;
    }

    /**
     * What a user can do about a server that lacks an extension.
     *
     * @param extension or the name of what has none
     * @param product empty: the server does not tell what it is
     */
    public static String remedy(String extension, Optional<Product> product) {
        Optional<FirstReleases> first = Optional.ofNullable(KNOWN.getOrDefault(extension, UNLISTED.get(extension)));
        Product own = product.orElse(Product.LXD);
        Product other = own == Product.LXD ? Product.INCUS : Product.LXD;
        String release = first.map(f -> f.of(own)).orElse("");
        if (first.isPresent() && release.isEmpty())
            return "remove it: no release of " + own.title() + " has it; " + other.title() + " " + first.get().of(other)
                    + " and later have";
        return "remove it, or upgrade the server on all members"
                + (release.isEmpty() ? "" : " to " + own.title() + " " + release + " or later");
    }

    private String of(Product product) {
        return product == Product.LXD ? lxd : incus;
    }
}
