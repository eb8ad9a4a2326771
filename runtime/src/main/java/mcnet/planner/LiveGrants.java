package mcnet.planner;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Span;
import mcnet.model.Ip;
import mcnet.module.LxdConfig;
import mcnet.module.LxdNetworks;
import mcnet.module.Projects;
import mcnet.module.Situation;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.ResourceId;
import mcnet.plan.Wanted;

/**
 * What others grant a project on the cluster: uplinks, addresses outside, a number of networks. What the file grants
 * itself is checked without the cluster.
 */
final class LiveGrants {
    private static final String UPLINK = "uplink";
    private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

    private final Situation now;
    private final List<Change> changes;
    private final Map<ResourceId, List<Diagnostic>> wrong = new LinkedHashMap<>();

    private LiveGrants(List<Change> changes, Situation now) {
        this.now = now;
        this.changes = changes;
    }

    /**
     * By the object that the server would refuse.
     *
     * @param changes those that are to be made, of a selection no more than it takes in
     */
    static Map<ResourceId, List<Diagnostic>> check(List<Change> changes, Situation now) {
        LiveGrants grants = new LiveGrants(changes, now);
        for (Change change : changes)
            if (!change.id().project().isEmpty() && change.wanted().isPresent()) grants.check(change);
        return grants.wrong;
    }

    private void check(Change change) {
        Optional<JsonNode> project = Projects.seen(change.id().project(), now);
        if (project.isEmpty()) return;
        SequencedMap<String, String> config = LxdConfig.of(project.get());
        if (change.id().kind().equals("network") && change.action() == Action.CREATE
                && !says(change, "limits.networks"))
            number(change, config.getOrDefault("limits.networks", ""));
        if (!LxdConfig.isTrue(config.get("restricted")) || says(change, "restricted")) return;
        switch (change.id().kind()) {
            case "network" -> network(change, config);
            case "forward" -> forward(change, config);
            case "instance", "profile" -> nics(change, config);
            default -> {}
        }
    }

    /** The file says itself what the project may. */
    private boolean says(Change change, String path) {
        return changes.stream().anyMatch(c -> c.id().equals(new ResourceId("project", change.id().project()))
                && c.wanted().flatMap(w -> w.value(path)).isPresent())
                || now.program().find("project", change.id().project())
                        .filter(p -> path.equals("restricted")
                                ? p.has("access") || p.nested("grant").findAny().isPresent()
                                : p.nested("limits").anyMatch(l -> l.has("networks")))
                        .isPresent();
    }

    private void number(Change change, String limit) {
        if (!limit.matches("\\d{1,9}")) return;
        String project = change.id().project();
        long there = now.seen().of(LxdNetworks.list(project)).value().valueStream()
                .filter(n -> n.path("managed").asBoolean()).count();
        long leaving = changes.stream().filter(c -> c.action() == Action.REMOVE && isNetworkOf(c, project)).count();
        long made = changes.stream().filter(c -> isMade(c, project)).count();
        long before = there - leaving + changes.subList(0, changes.indexOf(change)).stream()
                .filter(c -> isMade(c, project)).count();
        // The first that is one too many; those after it are no news.
        if (before != Math.max(Long.parseLong(limit), there - leaving)) return;
        add(change, Diagnostic
                .error("MC0761", "project " + project + " may have no more than " + limit + " networks",
                        new Label(change.span(), there + " there, " + made + " to create, " + leaving + " to remove"))
                .why("the server refuses those above the project's limits.networks")
                .fix("take a network out, or let whoever owns the project raise it: lxc project set "
                        + ShellWords.quoted(project) + " limits.networks=" + (there - leaving + made)));
    }

    private static boolean isMade(Change change, String project) {
        return change.action() == Action.CREATE && isNetworkOf(change, project);
    }

    private static boolean isNetworkOf(Change change, String project) {
        return change.id().kind().equals("network") && change.id().project().equals(project);
    }

    private void network(Change change, Map<String, String> config) {
        Wanted wanted = change.wanted().orElseThrow();
        String uplink = wanted.value(UPLINK).orElse("");
        if (isSent(change, UPLINK) && !uplink.isEmpty()
                && !list(config, "restricted.networks.uplinks").contains(uplink))
            add(change, refused(change, "uplink " + uplink + " is not granted to project " + change.id().project(),
                    span(change, UPLINK), "restricted.networks.uplinks", uplink, config));
        for (String family : FAMILIES) {
            String address = family + ".address";
            boolean routed = !LxdConfig.isTrue(wanted.value(family + ".nat").orElse(""));
            if (routed && (isSent(change, address) || isSent(change, family + ".nat")))
                wanted.value(address).map(a -> Ip.read(a)).ifPresent(
                        a -> inside(change, uplink, a.toPrefixBlock(), span(change, address), config));
            String nat = family + ".nat.address";
            if (isSent(change, nat))
                wanted.value(nat).map(a -> Ip.read(a))
                        .ifPresent(a -> inside(change, uplink, a, span(change, nat), config));
        }
    }

    private void forward(Change change, Map<String, String> config) {
        IPAddress listen = Ip.read(change.id().name());
        if (change.action() != Action.CREATE || listen == null) return;
        ResourceId network = new ResourceId("network", change.id().project(), "", change.id().network());
        boolean within = Stream.of("ipv4.address", "ipv6.address").map(path -> value(network, path))
                .map(a -> Ip.read(a))
                .anyMatch(a -> a != null && a.toPrefixBlock().contains(listen));
        if (!within) inside(change, value(network, UPLINK), listen, change.span(), config);
    }

    private void nics(Change change, Map<String, String> config) {
        for (Difference d : change.differences()) {
            String path = d.field().attribute();
            if (!d.changes() || !path.endsWith(".external") || d.after().isEmpty()) continue;
            String nic = path.substring(0, path.indexOf('.'));
            String network = change.wanted().flatMap(w -> w.value(nic + ".network")).orElse("");
            ResourceId id = new ResourceId("network", change.id().project(), "", network);
            for (String route : d.after().split(","))
                Optional.ofNullable(Ip.read(route.strip()))
                        .ifPresent(r -> inside(change, value(id, UPLINK), r, d.span(), config));
        }
    }

    /** As the file says it, else as the cluster has it. */
    private String value(ResourceId network, String path) {
        return changes.stream().filter(c -> c.id().equals(network)).flatMap(c -> c.wanted().stream())
                .flatMap(w -> w.value(path).stream()).findFirst()
                .orElseGet(() -> LxdNetworks.seen(network, now.seen())
                        .map(n -> n.path("config").path(path.equals(UPLINK) ? "network" : path).asText()).orElse(""));
    }

    /** Once subnets are granted, of whatever uplink, all that is outside lies in those of this one. */
    private void inside(Change change, String uplink, IPAddress wanted, Span span, Map<String, String> config) {
        List<String> granted = list(config, "restricted.networks.subnets");
        if (granted.isEmpty() || uplink.isEmpty()) return;
        boolean within = granted.stream().filter(g -> g.startsWith(uplink + ":"))
                .map(g -> Ip.read(g.substring(uplink.length() + 1)))
                .anyMatch(g -> g != null && g.toPrefixBlock().contains(wanted));
        if (within) return;
        String text = wanted.isPrefixed() ? wanted.toCanonicalString() : wanted + "/" + wanted.getBitCount();
        add(change, refused(change, text + " is outside of what project " + change.id().project() + " is granted", span,
                "restricted.networks.subnets", uplink + ":" + text, config));
    }

    private static Diagnostic refused(Change change, String what, Span span, String key, String missing,
            Map<String, String> config) {
        String held = config.getOrDefault(key, "");
        return Diagnostic.error("MC0760", what, new Label(span == null ? change.span() : span, ""))
                .why("the project is restricted on the cluster, and its " + key
                        + (held.isEmpty() ? " is not set" : " is " + held))
                .fix("choose something of it, or let whoever owns the project grant it: lxc project set "
                        + ShellWords.quoted(change.id().project()) + " " + key + "="
                        + ShellWords.quoted((held.isEmpty() ? "" : held + ",") + missing));
    }

    private static boolean isSent(Change change, String path) {
        return change.of(path).stream().anyMatch(Difference::changes);
    }

    private static Span span(Change change, String path) {
        return change.of(path).stream().map(Difference::span).filter(s -> s != null).findFirst().orElse(change.span());
    }

    private static List<String> list(Map<String, String> config, String key) {
        return Arrays.stream(config.getOrDefault(key, "").split(",")).map(String::strip).filter(e -> !e.isEmpty())
                .toList();
    }

    private void add(Change change, Diagnostic what) {
        wrong.computeIfAbsent(change.id(), _ -> new ArrayList<>()).add(what);
    }
}
