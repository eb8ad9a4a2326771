package mcnet.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mcnet.lab.LabMember;

/**
 * All that stands in LXD, in OVN's two databases and in Open vSwitch and the kernel of every member, as sorted text: two
 * of them are equal when what was made in between is gone again. Left out is what changes by itself.
 */
final class Footprint {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Counters of the databases themselves, what northd derives from the rest, what routers learnt, OVN's catalogues. */
    private static final Set<String> TABLES_LEFT_OUT = Set.of("nb NB_Global", "sb SB_Global", "sb Chassis_Private",
            "sb Logical_Flow", "sb Logical_DP_Group", "sb MAC_Binding", "sb FDB", "sb IGMP_Group", "sb DHCP_Options",
            "sb DHCPv6_Options", "sb RBAC_Role", "sb RBAC_Permission");

    /** Row numbers, and numbers that are given out anew. */
    private static final Set<String> COLUMNS_LEFT_OUT = Set.of("_uuid", "nb_cfg", "tunnel_key");

    /** Of Open vSwitch's own tables only this: the rest is state and counters. */
    private static final Set<String> SWITCH_COLUMNS = Set.of("name", "external_ids", "other_config", "type", "options",
            "datapath_type", "fail_mode", "tag", "trunks");

    /** How far a chassis has come and which number it gave to a conntrack zone, which it writes on its bridge. */
    private static final Pattern COUNTED = Pattern.compile("ovn-nb-cfg|ovn-nb-cfg-ts|ovn-startup-ts|ct-zone-.*");

    /** Whether ovn-controller is starting, which newer ones leave there when they have started. */
    private static final Pattern STARTING = Pattern.compile("(ovn-managed-)?flow-restore-wait");

    /** A member's health, and the database's leader, who is chosen anew now and then. */
    private static final Set<String> MEMBER_KEYS_LEFT_OUT = Set.of("status", "message", "roles", "database");

    /** How the southbound database names rows of the northbound one. */
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final LabCluster lab;
    private final List<String> lines = new ArrayList<>();

    private Footprint(LabCluster lab) {
        this.lab = lab;
    }

    /**
     * What is there when all chassis have followed. They are made to work everything out anew first: of a network that
     * is gone ovn-controller else keeps the conntrack zone of its localnet port until it does so by itself.
     */
    static String of(LabCluster lab) {
        for (LabMember member : lab.lab().members())
            lab.on(member.name(), "ovn-appctl", "-t", "ovn-controller", "recompute");
        lab.on("micro1", "ovn-nbctl", "--wait=hv", "sync");
        Footprint footprint = new Footprint(lab);
        footprint.lxd();
        footprint.ovn("nb");
        footprint.ovn("sb");
        for (LabMember member : lab.lab().members())
            footprint.member(member.name());
        return footprint.lines.stream().sorted().collect(Collectors.joining("\n", "", "\n"));
    }

    private void lxd() {
        List<JsonNode> whole = get("/1.0", "/1.0/projects?recursion=1", "/1.0/network-zones?recursion=1",
                "/1.0/cluster/members?recursion=1");
        add("lxd server", whole.getFirst().path("config"));
        addEach("lxd project", whole.get(1));
        addEach("lxd zone", whole.get(2));
        for (JsonNode member : whole.get(3))
            add("lxd member", ((ObjectNode) member).remove(MEMBER_KEYS_LEFT_OUT));
        for (JsonNode project : whole.get(1))
            inProject(project.path("name").asText());
    }

    private void inProject(String project) {
        String rest = "?recursion=1&project=" + project;
        List<JsonNode> lists = get("/1.0/networks" + rest, "/1.0/network-acls" + rest, "/1.0/profiles" + rest,
                "/1.0/instances" + rest);
        addEach("lxd " + project + " network", lists.get(0));
        addEach("lxd " + project + " acl", lists.get(1));
        addEach("lxd " + project + " profile", lists.get(2));
        addEach("lxd " + project + " instance", lists.get(3));
        for (JsonNode network : lists.getFirst())
            if (network.path("type").asText().equals("ovn")) {
                String name = network.path("name").asText();
                String path = "/1.0/networks/" + name;
                List<JsonNode> inside = get(path + "/forwards" + rest, path + "/peers" + rest);
                addEach("lxd " + project + " " + name + " forward", inside.get(0));
                addEach("lxd " + project + " " + name + " peer", inside.get(1));
            }
    }

    /** Several in one request of the shell, in their order. */
    private List<JsonNode> get(String... paths) {
        List<String> curl = new ArrayList<>(List.of("curl", "-sS", "--unix-socket", "/var/lib/lxd/unix.socket"));
        for (String path : paths)
            curl.add("http://lxd" + path);
        return read(lab.on("micro1", curl.toArray(String[]::new))).stream().map(each -> each.path("metadata")).toList();
    }

    private void addEach(String prefix, JsonNode list) {
        for (JsonNode each : list)
            if (!leaseOfMcnet(each.path("name").asText()))
                add(prefix, each);
    }

    private void ovn(String database) {
        tables(database, "unix:/run/ovn/ovn" + database + "_db.sock", "micro1", false);
    }

    private void member(String member) {
        tables(member + " ovs", "unix:/run/openvswitch/db.sock", member, true);
        for (JsonNode link : read(lab.on(member, "ip", "-j", "link", "show")))
            lines.add(member + " link " + link.path("ifname").asText());
    }

    private void tables(String prefix, String socket, String member, boolean switchOnly) {
        List<JsonNode> tables = read(lab.on(member, "ovsdb-client", "-f", "json", "dump", socket));
        Set<String> rows = rows(tables);
        for (JsonNode table : tables) {
            String name = prefix + " " + table.path("caption").asText().replace(" table", "");
            if (TABLES_LEFT_OUT.contains(name))
                continue;
            for (JsonNode row : table.path("data"))
                lines.add(name + columns(table.path("headings"), row, rows, switchOnly));
        }
    }

    private static Set<String> rows(List<JsonNode> tables) {
        Set<String> rows = new HashSet<>();
        for (JsonNode table : tables)
            for (int i = 0; i < table.path("headings").size(); i++)
                if (table.path("headings").get(i).asText().equals("_uuid"))
                    for (JsonNode row : table.path("data"))
                        rows.add(row.get(i).get(1).asText());
        return rows;
    }

    private static String columns(JsonNode headings, JsonNode row, Set<String> rows, boolean switchOnly) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < headings.size(); i++) {
            String column = headings.get(i).asText();
            String value = ovsdb(row.get(i), rows);
            if (!value.isEmpty() && (switchOnly ? SWITCH_COLUMNS.contains(column) : !COLUMNS_LEFT_OUT.contains(column)))
                text.append(' ').append(column).append('=').append(value);
        }
        return text.toString();
    }

    /**
     * References say that there is one, not to which row. Those to no row are passed over: ovsdb-server 3.1 was seen to
     * keep one to a load balancer that LXD had replaced, and no client follows it.
     */
    private static String ovsdb(JsonNode value, Set<String> rows) {
        if (!value.isArray())
            return UUID.matcher(value.asText()).matches() ? "*" : value.asText();
        return switch (value.get(0).asText()) {
            case "uuid" -> rows.contains(value.get(1).asText()) ? "*" : "";
            case "set" -> sorted(value.get(1), each -> ovsdb(each, rows));
            default -> sorted(value.get(1), pair -> mark(pair, rows));
        };
    }

    private static String mark(JsonNode pair, Set<String> rows) {
        String key = ovsdb(pair.get(0), rows);
        if (STARTING.matcher(key).matches()) return "";
        return COUNTED.matcher(key).matches() ? key : key + ":" + ovsdb(pair.get(1), rows);
    }

    private static String sorted(JsonNode values, Function<JsonNode, String> text) {
        return each(values).map(text).filter(each -> !each.isEmpty()).sorted().collect(Collectors.joining(","));
    }

    private void add(String prefix, JsonNode value) {
        lines.add(prefix + " " + plain(value));
    }

    /** Sorted, and without mcnet's own lease. */
    private static String plain(JsonNode value) {
        if (value.isObject())
            return new TreeSet<>(value.properties().stream().map(Footprint::property).toList()).toString();
        if (value.isArray())
            return each(value).filter(one -> !leaseOfMcnet(one.asText())).map(Footprint::plain).sorted()
                    .toList().toString();
        return value.asText();
    }

    private static String property(Map.Entry<String, JsonNode> property) {
        return property.getKey() + "=" + plain(property.getValue());
    }

    /** @param reference a name, or a path that ends in one */
    private static boolean leaseOfMcnet(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1).startsWith("mcnet-lease-");
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The values that stand one behind the other, or the elements of a list. */
    private static List<JsonNode> read(String text) {
        try {
            return JSON.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
