package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.Paths;
import mcnet.lxd.project.Projects;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;

/**
 * What carries an ACL: networks, and NICs by themselves or by their network. LXD lists instances that have it by a
 * profile among those that use it ({@code lxd/network/acl/acl_load.go UsedBy}).
 */
record AclCarriers(ResourceId id) {
    private static final String ACLS = "security.acls";
    private static final Pattern INSTANCE = Pattern.compile("/1\\.0/instances/([^/?]+)(?:\\?project=([^&]+).*)?");

    /**
     * A NIC of a running instance.
     *
     * @param end how its port is called in OVN, behind the network's name
     * @param ingress what it does with packets to it that no rule is about
     * @param egress the same with packets from it
     */
    record Nic(String instance, String name, String end, String ingress, String egress) {
        String title() {
            return "NIC " + name + " of " + instance;
        }

        /** The id of its port in OVN, or empty; {@link Ovn#SWITCH_PORTS} must be known. */
        String port(Observation seen) {
            return OvsdbTable.of(seen.cluster(Ovn.SWITCH_PORTS)).stream()
                    .filter((Map<String, JsonNode> r) -> OvsdbTable.text(r.get("name")).endsWith(end))
                    .map(r -> OvsdbTable.text(r.get("_uuid"))).findFirst().orElse("");
        }
    }

    /** The instances come in a second turn: their projects are known from who uses the ACL. */
    List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(asked(), LxdNetworks.list(id.project())));
        instances(known).keySet().forEach(project -> queries.add(list(project)));
        return queries;
    }

    private Query asked() {
        return Query.cluster(Projects.in(id.project(), "/1.0/network-acls/" + Paths.encode(id.name())));
    }

    private static Query list(String project) {
        return Query.cluster(Projects.in(project, "/1.0/instances?recursion=1"));
    }

    Answer acl(Observation seen) {
        return seen.of(asked());
    }

    /** Names of the networks that carry it. */
    List<String> networks(Observation seen) {
        return seen.of(LxdNetworks.list(id.project())).value().valueStream()
                .filter(n -> lists(n.path("config").path(ACLS).asText()))
                .map(n -> n.path("name").asText()).toList();
    }

    /** NICs of running instances that carry it. */
    List<Nic> running(Observation seen) {
        List<JsonNode> networks = seen.of(LxdNetworks.list(id.project())).value().valueStream().toList();
        List<Nic> nics = new ArrayList<>();
        instances(seen).forEach((project, names) -> seen.of(list(project)).value().forEach(instance -> {
            if (instance.path("status").asText().equals("Running") && names.contains(instance.path("name").asText()))
                nics(instance, networks, nics);
        }));
        return nics;
    }

    private void nics(JsonNode instance, List<JsonNode> networks, List<Nic> nics) {
        instance.path("expanded_devices").properties().forEach(device -> {
            JsonNode nic = device.getValue();
            if (!nic.path("type").asText().equals("nic")) return;
            JsonNode network = networks.stream()
                    .filter(n -> n.path("name").asText().equals(nic.path("network").asText()))
                    .findFirst().orElse(MissingNode.getInstance()).path("config");
            if (!lists(network.path(ACLS).asText()) && !lists(nic.path(ACLS).asText())) return;
            nics.add(new Nic(instance.path("name").asText(), device.getKey(), "-instance-"
                    + instance.path("config").path("volatile.uuid").asText() + "-" + device.getKey(),
                    defaultAction("ingress", nic, network), defaultAction("egress", nic, network)));
        });
    }

    /** ({@code lxd/network/driver_ovn.go instanceDeviceACLDefaults}). */
    private static String defaultAction(String direction, JsonNode nic, JsonNode network) {
        String key = ACLS + ".default." + direction + ".action";
        return nic.path(key).asText(network.path(key).asText("reject"));
    }

    private boolean lists(String acls) {
        return Arrays.stream(acls.split(",")).map(String::strip).anyMatch(id.name()::equals);
    }

    /** The instances that use it, or a network that carries it, by their projects. */
    private Map<String, Set<String>> instances(Observation seen) {
        List<JsonNode> users = new ArrayList<>(acl(seen).value().path("used_by").valueStream().toList());
        for (JsonNode network : seen.of(LxdNetworks.list(id.project())).value())
            if (lists(network.path("config").path(ACLS).asText()))
                network.path("used_by").forEach(users::add);
        Map<String, Set<String>> instances = new LinkedHashMap<>();
        for (JsonNode user : users) {
            Matcher url = INSTANCE.matcher(user.asText());
            if (!url.matches()) continue;
            String project = url.group(2) == null || url.group(2).equals("default") ? "" : decoded(url.group(2));
            instances.computeIfAbsent(project, _ -> new LinkedHashSet<>()).add(decoded(url.group(1)));
        }
        return instances;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
