package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.Paths;
import mcnet.lxd.project.Projects;
import mcnet.lxd.server.Servers;
import mcnet.model.Ip;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.ResourceId;

/**
 * The server's sets of addresses as objects: where they are listed, how they are written
 * ({@code /1.0/network-address-sets}). A range is written as the networks that it consists of: the server keeps at most
 * 256 addresses of one, and older servers none ({@code internal/server/network/address-set/driver_common.go
 * expandIPRange}).
 */
public final class AddressSets {
    /** The API extension of servers that have them. */
    public static final String EXTENSION = "network_address_set";
    /** The field of the object that holds the addresses. */
    public static final String ADDRESSES = "addresses";
    /**
     * An address of each family that no host has: the IPv4 dummy address (RFC 7600) and the first of the prefix whose
     * packets are discarded (RFC 6666). Each set that mcnet writes has both, because Incus leaves the last addresses of a
     * family in OVN when a set loses them, and rules go on admitting them (seen on Incus 7.0.2).
     */
    private static final List<String> PLACEHOLDERS = List.of("192.0.0.8", "100::");

    private AddressSets() {}

    public static Query list(String project) {
        return Query.cluster(Projects.in(project, "/1.0/network-address-sets?recursion=1"));
    }

    public static String path(ResourceId id) {
        return Projects.in(id.project(), "/1.0/network-address-sets/" + Paths.encode(id.name()));
    }

    /** Whether all members' servers say that they have sets. */
    public static boolean areOffered(PlanningContext now) {
        return Servers.all(now).stream().allMatch(server -> server.offers(EXTENSION));
    }

    public static Optional<JsonNode> seen(ResourceId id, PlanningContext now) {
        return now.seen().of(list(id.project())).value().valueStream()
                .filter(set -> set.path("name").asText().equals(id.name())).findFirst();
    }

    /** All that can be written of it, as it is. */
    public static ObjectNode writable(JsonNode set) {
        return LxdConfig.writable(set, ADDRESSES);
    }

    /** A set with its addresses as one more key of its config, without the placeholders, as other kinds have their values. */
    public static ObjectNode keyed(JsonNode set) {
        ObjectNode keyed = LxdConfig.writable(set);
        String addresses = normal(set.path(ADDRESSES).valueStream().map(JsonNode::asText)
                .collect(Collectors.joining(",")));
        if (!addresses.isEmpty()) keyed.withObject("/config").put(ADDRESSES, addresses);
        return keyed;
    }

    /** The body for the server of one whose addresses are a key of its config, with the placeholders. */
    public static ObjectNode body(ObjectNode keyed) {
        return body(keyed, PLACEHOLDERS);
    }

    /** The same for a set that becomes another's. */
    public static ObjectNode bare(ObjectNode keyed) {
        return body(keyed, List.of());
    }

    private static ObjectNode body(ObjectNode keyed, List<String> more) {
        ObjectNode body = keyed.deepCopy();
        JsonNode addresses = body.withObject("/config").remove(ADDRESSES);
        ArrayNode list = body.putArray(ADDRESSES);
        Stream.concat(elements(addresses == null ? "" : addresses.asText()), more.stream()).distinct()
                .forEach(list::add);
        return body;
    }

    /** Addresses in one order and spelling, without the placeholders; joined with commas, as they come. */
    public static String normal(String addresses) {
        return elements(addresses).flatMap(AddressSets::blocks).distinct().filter(a -> !PLACEHOLDERS.contains(a))
                .sorted().collect(Collectors.joining(","));
    }

    private static Stream<String> elements(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(a -> !a.isEmpty());
    }

    private static Stream<String> blocks(String text) {
        String[] ends = text.split("-");
        IPAddress first = Ip.read(ends[0].strip());
        IPAddress last = Ip.read(ends[ends.length - 1].strip());
        if (first == null || last == null) return Stream.of(text);
        if (ends.length == 2) return Arrays.stream(first.spanWithPrefixBlocks(last)).map(AddressSets::plain);
        return Stream.of(plain(first.toPrefixBlock()));
    }

    /** A network of one is that address. */
    private static String plain(IPAddress block) {
        boolean one = block.isPrefixed() && block.getNetworkPrefixLength() == block.getBitCount();
        return (one ? block.withoutPrefixLength() : block).toCanonicalString();
    }
}
