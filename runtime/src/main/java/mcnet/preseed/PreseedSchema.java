package mcnet.preseed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** What may stand where in a preseed of any version. */
sealed interface PreseedSchema {
    /** What messages call it. */
    String called();

    record Text() implements PreseedSchema {
        @Override
        public String called() {
            return "a text";
        }
    }

    record Whole() implements PreseedSchema {
        @Override
        public String called() {
            return "a whole number";
        }
    }

    record Truth() implements PreseedSchema {
        @Override
        public String called() {
            return "true or false";
        }
    }

    record ListOf(PreseedSchema element) implements PreseedSchema {
        @Override
        public String called() {
            return "a list";
        }
    }

    record MapOf(SequencedMap<String, PreseedSchema> keys) implements PreseedSchema {
        @Override
        public String called() {
            return "a map";
        }
    }

    PreseedSchema DISK = map(Map.entry("path", new Text()), Map.entry("wipe", new Truth()),
            Map.entry("encrypt", new Truth()));

    PreseedSchema FILTER = map(Map.entry("find", new Text()), Map.entry("find_min", new Whole()),
            Map.entry("find_max", new Whole()), Map.entry("wipe", new Truth()), Map.entry("encrypt", new Truth()));

    PreseedSchema SYSTEM = map(Map.entry("name", new Text()), Map.entry("address", new Text()),
            Map.entry("ovn_uplink_interface", new Text()), Map.entry("ovn_underlay_ip", new Text()),
            Map.entry("storage", map(Map.entry("local", DISK), Map.entry("ceph", new ListOf(DISK)))));

    PreseedSchema PRESEED = map(Map.entry("initiator", new Text()), Map.entry("initiator_address", new Text()),
            Map.entry("lookup_subnet", new Text()), Map.entry("lookup_interface", new Text()),
            Map.entry("lookup_timeout", new Whole()), Map.entry("session_passphrase", new Text()),
            Map.entry("session_timeout", new Whole()), Map.entry("systems", new ListOf(SYSTEM)),
            Map.entry("ovn", map(Map.entry("ipv4_gateway", new Text()), Map.entry("ipv4_range", new Text()),
                    Map.entry("ipv6_gateway", new Text()), Map.entry("dns_servers", new Text()))),
            Map.entry("ceph", map(Map.entry("public_network", new Text()), Map.entry("internal_network", new Text()),
                    Map.entry("cephfs", new Truth()))),
            Map.entry("storage",
                    map(Map.entry("local", new ListOf(FILTER)), Map.entry("ceph", new ListOf(FILTER)))));

    /** Where a key that has been written elsewhere belongs; empty where no preseed knows it. */
    static Optional<String> home(String key) {
        MapOf whole = (MapOf) PRESEED;
        if (whole.keys.containsKey(key))
            return Optional.of("at the beginning of a line, beside systems:");
        if (((MapOf) SYSTEM).keys.containsKey(key))
            return Optional.of("below systems:, in the system that it is about: - name: …");
        return whole.keys.entrySet().stream()
                .filter(e -> e.getValue() instanceof MapOf inner && inner.keys.containsKey(key))
                .map(e -> "below " + e.getKey() + ":").findFirst();
    }

    /** What each system is judged as. */
    String EACH_SYSTEM = "each of systems";

    /** What the whole is judged as. */
    String WHOLE_FILE = "a preseed";

    /** Keys by which a preseed shows that it is not of version 1, and where they stand. */
    Map<String, List<String>> SINCE_2 = Map.of(
            WHOLE_FILE, List.of("initiator", "initiator_address", "lookup_timeout", "session_passphrase",
                    "session_timeout", "ceph"),
            EACH_SYSTEM, List.of("address", "ovn_underlay_ip"),
            "ovn", List.of("dns_servers"));

    @SafeVarargs
    private static PreseedSchema map(Map.Entry<String, PreseedSchema>... keys) {
        SequencedMap<String, PreseedSchema> map = new LinkedHashMap<>();
        for (Map.Entry<String, PreseedSchema> key : keys)
            map.put(key.getKey(), key.getValue());
        return new MapOf(map);
    }
}
