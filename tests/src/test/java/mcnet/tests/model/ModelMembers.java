package mcnet.tests.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.ssh.Session.Ran;

/**
 * The members as machines: interfaces and Open vSwitch's {@code external_ids}, and OVN as far as planning asks, where
 * each member's tunnels end where {@code ovn-encap-ip} says. A fresh cluster of the lab, with no data plane.
 */
final class ModelMembers {
    private static final List<String> NAMES = List.of("micro1", "micro2", "micro3");
    private static final List<String> NICS = List.of("eth0", "eth2", "eth3", "enp5s0");

    private final Map<String, SequencedMap<String, String>> externalIds = new TreeMap<>();

    ModelMembers() {
        for (String member : NAMES) {
            SequencedMap<String, String> ids = new LinkedHashMap<>();
            ids.put("hostname", member);
            ids.put("ovn-encap-ip", "10.77.0." + number(member));
            ids.put("ovn-encap-type", "geneve");
            ids.put("ovn-remote", "tcp:10.77.0.1:6642");
            ids.put("system-id", member);
            externalIds.put(member, ids);
        }
    }

    private static char number(String member) {
        return member.charAt(member.length() - 1);
    }

    List<String> names() {
        return NAMES;
    }

    /** The cluster block of a program for them. */
    static String declaration() {
        StringBuilder block = new StringBuilder("cluster lab {\n");
        for (String member : NAMES)
            block.append("  member ").append(member).append(" { address = 10.77.0.").append(number(member))
                    .append("  underlay = 10.88.0.").append(number(member)).append(" }\n");
        return block.append("}\n").toString();
    }

    synchronized List<String> lines() {
        return externalIds.entrySet().stream().map(e -> e.getKey() + " " + new TreeMap<>(e.getValue())).toList();
    }

    synchronized Answer answer(String member, Question question) {
        return switch (question) {
            case Question.Ovs(String table, var _) when table.equals("Open_vSwitch") ->
                Answer.of(table("external_ids", map(externalIds.get(member))));
            case Question.Ovs(String table, var _) when table.equals("Bridge") ->
                Answer.of(table("name", Nodes.texts(List.of("br-int")).get(0)));
            case Question.Southbound(String table, var columns) when table.equals("Encap") ->
                Answer.of(encaps(columns));
            case Question.Ovs(var _, var columns) -> Answer.of(empty(columns));
            case Question.Northbound(var _, var columns) -> Answer.of(empty(columns));
            case Question.Southbound(var _, var columns) -> Answer.of(empty(columns));
            case Question.Links _ -> Answer.of(links(member));
            case Question.Machine _ -> Answer.of(Nodes.object().put("time", 1_795_404_212L).set("free",
                    Nodes.object().put("/var/lib/lxd", 9_000_000).put("/etc/openvswitch", 9_000_000)));
            case Question.Ping _ -> Answer.of(com.fasterxml.jackson.databind.node.BooleanNode.TRUE);
            case Question.Controller _ -> Answer.failed(404, "there is none");
            case Question.Lxd lxd -> throw new IllegalArgumentException(lxd.text());
        };
    }

    private static ArrayNode map(Map<String, String> entries) {
        ArrayNode pairs = Nodes.array(List.of());
        entries.forEach((key, value) -> pairs.add(Nodes.texts(List.of(key, value))));
        return Nodes.texts(List.of("map")).add(pairs);
    }

    private static ObjectNode empty(List<String> columns) {
        ObjectNode table = Nodes.object();
        table.set("headings", Nodes.texts(columns));
        table.putArray("data");
        return table;
    }

    private static ObjectNode table(String column, com.fasterxml.jackson.databind.JsonNode only) {
        ObjectNode table = empty(List.of(column));
        table.withArray("/data").addArray().add(only);
        return table;
    }

    private ObjectNode encaps(List<String> columns) {
        ObjectNode table = empty(columns);
        externalIds.forEach((member, ids) -> {
            Map<String, String> row = Map.of("chassis_name", ids.get("system-id"), "type", ids.get("ovn-encap-type"),
                    "ip", ids.get("ovn-encap-ip"));
            table.withArray("/data").add(Nodes.texts(columns.stream().map(row::get).toList()));
        });
        return table;
    }

    private static ArrayNode links(String member) {
        ArrayNode links = Nodes.array(List.of());
        NICS.forEach(nic -> link(links, nic, ""));
        link(links, "eth1", "10.88.0." + number(member));
        link(links, "mgmt0", "10.77.0." + number(member));
        return links;
    }

    private static void link(ArrayNode links, String name, String address) {
        ObjectNode link = links.addObject().put("ifname", name).put("mtu", 1500);
        link.putArray("flags").add("UP");
        ArrayNode addresses = link.putArray("addr_info");
        if (!address.isEmpty()) addresses.addObject().put("local", address).put("prefixlen", 24).put("scope", "global");
    }

    /** {@code ovs-vsctl} as apply calls it. */
    synchronized Ran run(String member, List<String> command) {
        List<String> words = new ArrayList<>(command);
        SequencedMap<String, String> ids = externalIds.get(member);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("get")) {
                String key = words.get(i + 3).substring("external_ids:".length());
                return new Ran(0, ids.containsKey(key) ? "\"" + ids.get(key) + "\"\n" : "", "");
            }
            if (word.startsWith("external_ids:")) {
                int equals = word.indexOf('=');
                ids.put(word.substring("external_ids:".length(), equals),
                        word.substring(equals + 1).replaceAll("^\"|\"$", ""));
            }
            if (word.equals("external_ids"))
                for (String key : words.subList(i + 1, words.size())) ids.remove(key);
        }
        return new Ran(0, "", "");
    }
}
