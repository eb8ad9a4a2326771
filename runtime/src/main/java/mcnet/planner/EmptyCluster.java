package mcnet.planner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.lxd.Paths;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Member;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.observe.Question;
import mcnet.planner.rule.ServerSettings;
import mcnet.product.Product;
import mcnet.schema.Attribute;
import mcnet.schema.Type;

/**
 * The answers of a cluster that has nothing of a program's yet. Assumed is what the file relies on: its members are online
 * and have the interfaces and tunnel addresses that it names, what it calls existing and its instances are there, and
 * the server knows all that the file uses.
 */
public record EmptyCluster(PlanningContext now) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DEFAULT = "default";
    /** Where the file does not promise an MTU none is known, and no packet is too large. */
    private static final int ANY_MTU = 65535;

    /** To each question its answer. */
    public Map<Query, Answer> answers(List<Query> queries) {
        Map<Query, Answer> answers = new LinkedHashMap<>();
        queries.forEach(asked -> answers.put(asked, answer(asked)));
        return answers;
    }

    private Answer answer(Query asked) {
        String member = asked.place() instanceof QueryTarget.Member(String name) ? name : now.lead();
        return switch (asked.question()) {
            case Question.Lxd(String path) -> lxd(path, member);
            case Question.Ovs(String table, List<String> columns) when table.equals("Open_vSwitch") ->
                Answer.of(table(columns, externalIds(member)));
            case Question.Ovs(var _, List<String> columns) -> Answer.of(table(columns));
            case Question.Northbound(var _, List<String> columns) -> Answer.of(table(columns));
            case Question.Southbound(var _, List<String> columns) -> Answer.of(table(columns));
            case Question.Links _ -> Answer.of(links(member));
            case Question.Machine _,Question.Controller _,Question.Ping _ -> Answer.failed(404, "not built yet");
        };
    }

    private Answer lxd(String path, String member) {
        if (path.equals("/1.0")) return Answer.of(server(member));
        String[] parts = path.replaceFirst("\\?.*", "").split("/");
        boolean shared = !path.contains("project=");
        if (parts.length == 4 && parts[2].equals("cluster")) return Answer.of(members());
        if (path.contains("recursion=1") || parts.length == 3)
            return Answer
                    .of(parts.length == 3 && !path.contains("filter=") ? list(parts[2], shared) : JSON.arrayNode());
        if (parts.length == 4 && parts[2].equals("instances")) return Answer.of(instance(parts[3]));
        if (parts.length == 4 && parts[2].equals("networks") && shared)
            return now.program().existing().stream().filter(d -> d.kind().server().collection().equals(parts[2]))
                    .filter(d -> Paths.encode(d.name()).equals(parts[3])).findFirst()
                    .map(d -> Answer.of(existing(d, member(path))))
                    .orElseGet(() -> Answer.failed(404, "not found"));
        return Answer.failed(404, "not found");
    }

    /** The member whose own keys are asked for. */
    private static String member(String path) {
        return path.contains("target=") ? path.replaceFirst(".*target=([^&]*).*", "$1") : "";
    }

    /** Its own settings are those that the file says. */
    private ObjectNode server(String member) {
        ObjectNode server = JSON.objectNode();
        server.set("config", ServerSettings.declared(now, member));
        server.putObject("environment").put("server", Product.LXD.word()).put("server_name", member)
                .put("server_clustered", true);
        return server;
    }

    private ArrayNode members() {
        ArrayNode members = JSON.arrayNode();
        now.members().forEach(m -> members.addObject().put("server_name", m).put("status", "Online"));
        return members;
    }

    /** What others have made, by the file, in the namespace that all share; no project has anything of its own. */
    private ArrayNode list(String collection, boolean shared) {
        ArrayNode list = JSON.arrayNode();
        if (Set.of("projects", "profiles").contains(collection)) list.add(object(DEFAULT));
        if (!shared) return list;
        now.program().existing().stream()
                .filter(d -> d.kind().server().collection().equals(collection) && !d.name().equals(DEFAULT))
                .forEach(d -> list.add(existing(d, "")));
        return list;
    }

    private static ObjectNode object(String name) {
        ObjectNode object = JSON.objectNode().put("name", name).put("description", "").put("managed", true)
                .put("status", "Created");
        object.putObject("config");
        object.putObject("devices");
        object.putArray("used_by");
        return object;
    }

    private static ObjectNode existing(Declaration declared, String member) {
        ObjectNode object = object(declared.name());
        ObjectNode config = object.withObject("/config");
        if (!declared.kind().server().type().isEmpty()) object.put("type", declared.kind().server().type());
        switch (declared.kind().name()) {
            // What the file does not say of an uplink is not known, and stands in nobody's way.
            case KindName.UPLINK -> config.put("ipv4.routes", "0.0.0.0/0").put("ipv6.routes", "::/0");
            case KindName.PROJECT -> Stream.of("features.networks", "features.networks.zones", "features.profiles")
                    .forEach(feature -> config.put(feature, "true"));
            default -> {}
        }
        for (Attribute attribute : declared.kind().attributes())
            if (!attribute.key().isEmpty() && attribute.isPerMember() == !member.isEmpty())
                declared.setting(attribute.path(), member).map(Setting::value).map(Value::text)
                        .ifPresent(value -> config.put(attribute.key(), value));
        return object;
    }

    private static ObjectNode instance(String name) {
        ObjectNode instance = object(name).put("status", "Running");
        instance.putObject("expanded_devices");
        instance.putObject("expanded_config");
        instance.putArray("profiles").add(DEFAULT);
        return instance;
    }

    private static ObjectNode externalIds(String member) {
        return JSON.objectNode().put("system-id", member).put("ovn-encap-type", "geneve");
    }

    /** As OVSDB's tools print a table, with one row that holds a map or with none. */
    private static ObjectNode table(List<String> columns, ObjectNode... maps) {
        ObjectNode table = JSON.objectNode();
        ArrayNode headings = table.putArray("headings");
        columns.forEach(headings::add);
        ArrayNode data = table.putArray("data");
        for (ObjectNode map : maps) {
            ArrayNode pairs = data.addArray().addArray().add("map").addArray();
            map.properties().forEach(e -> pairs.addArray().add(e.getKey()).add(e.getValue()));
        }
        return table;
    }

    /** The interfaces that the file names, with the tunnels' addresses on the underlay's. */
    private ArrayNode links(String member) {
        ArrayNode links = JSON.arrayNode();
        Set<String> underlays = new LinkedHashSet<>();
        now.program().ofKind(KindName.UNDERLAY).forEach(underlay -> underlay.setting("nic", member).ifPresent(nic -> {
            ObjectNode link = link(links, nic.value().text());
            link.put("mtu", underlay.setting("mtu").map(s -> Integer.parseInt(s.value().text())).orElse(ANY_MTU));
            underlay.setting("address", member).or(() -> now.cluster().member(member).flatMap(Member::underlay))
                    .ifPresent(address -> link.withArray("/addr_info").addObject().put("scope", "global")
                            .put("local", address.value().text()));
            underlays.add(nic.value().text());
        }));
        Set<String> others = new LinkedHashSet<>();
        now.program().each(d -> d.kind().attributes().stream()
                .filter(a -> a.type() instanceof Type.Nic
                        && !Set.of(KindName.NIC, KindName.UNDERLAY).contains(d.kind().name()))
                .forEach(a -> d.setting(a.path(), member).ifPresent(s -> others.add(s.value().text()))));
        others.stream().filter(n -> !underlays.contains(n)).forEach(n -> link(links, n));
        return links;
    }

    private static ObjectNode link(ArrayNode links, String name) {
        ObjectNode link = links.addObject().put("ifname", name).put("mtu", ANY_MTU);
        link.putArray("addr_info");
        link.putArray("flags").add("UP");
        return link;
    }
}
