package mcnet.preseed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;

/**
 * What a preseed says of networks, and what else is in it.
 *
 * @param version 1, or 2 for what MicroCloud 2 and 3 read alike
 * @param top plain values outside of all maps by their keys
 * @param ovn values of {@code ovn} by their keys
 * @param others what is not about networks, in words, in the order of the text
 */
record Preseed(Source source, int version, Map<String, PreseedValue> top, List<System> systems,
        Map<String, PreseedValue> ovn,
        List<String> others) {

    /** One of the machines. */
    record System(Map<String, PreseedValue> values, Span span) {
        Optional<PreseedValue> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        String name() {
            return get("name").map(PreseedValue::text).orElse("");
        }
    }

    Optional<PreseedValue> get(String key) {
        return Optional.ofNullable(top.get(key));
    }

    Optional<PreseedValue> network(String key) {
        return Optional.ofNullable(ovn.get(key));
    }

    /** A system for each value, where all or none have to have it. */
    List<System> with(String key) {
        return systems.stream().filter(s -> s.get(key).isPresent()).toList();
    }

    /**
     * Whether the systems join a cluster that exists: then its initiator is none of them. Version 1 has a command of its
     * own for that, and the networks are left out.
     */
    boolean adds() {
        if (version == 1) return !with("ovn_uplink_interface").isEmpty() && ovn.isEmpty();
        Optional<PreseedValue> name = get("initiator");
        Optional<PreseedValue> address = get("initiator_address");
        return systems.stream().noneMatch(s -> name.isPresent() && name.get().text().equals(s.name())
                || address.isPresent()
                        && s.get("address").filter(a -> a.text().equals(address.get().text())).isPresent());
    }

    /** Whether network default has a way out for each of its families, which are always both. */
    boolean hasBothGateways() {
        return network("ipv4_gateway").isPresent() && network("ipv6_gateway").isPresent();
    }

    /** Whether it asks for OVN; if not, MicroCloud falls back on the fan. */
    boolean usesOvn() {
        return !with("ovn_uplink_interface").isEmpty() || network("ipv4_gateway").isPresent()
                || network("ipv6_gateway").isPresent();
    }
}
