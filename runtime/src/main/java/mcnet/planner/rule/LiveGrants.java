package mcnet.planner.rule;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Span;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.project.Projects;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;

/**
 * What others grant a project on the cluster: uplinks, addresses outside, a number of networks. What the file grants
 * itself is checked without the cluster.
 */
public final class LiveGrants {
    private static final String UPLINK = "uplink";

    private final PlanningContext now;
    private final List<Change> changes;
    private final Map<ResourceId, List<Diagnostic>> wrong = new LinkedHashMap<>();

    private LiveGrants(List<Change> changes, PlanningContext now) {
        this.now = now;
        this.changes = changes;
    }

    /**
     * By the object that the server would refuse.
     *
     * @param changes those that are to be made, of a selection no more than it takes in
     */
    public static Map<ResourceId, List<Diagnostic>> check(List<Change> changes, PlanningContext now) {
        LiveGrants grants = new LiveGrants(changes, now);
        for (Change change : changes)
            if (!change.id().project().isEmpty() && change.desired().isPresent()) grants.check(change);
        return grants.wrong;
    }

    private void check(Change change) {
        Optional<JsonNode> project = Projects.seen(change.id().project(), now);
        if (project.isEmpty()) return;
        SequencedMap<String, String> config = LxdConfig.of(project.get());
        if (change.id().kind().equals(KindName.NETWORK) && change.action() == Action.CREATE
                && !says(change, "limits.networks"))
            number(change, config.getOrDefault("limits.networks", ""));
        if (!LxdConfig.isTrue(config.get("restricted")) || says(change, "restricted")) return;
        if (change.id().kind().equals(KindName.NETWORK)) uplink(change, config);
        ExternalSubnet.of(change, changes, now).forEach(subnet -> inside(subnet, config));
    }

    /** The file says itself what the project may. */
    private boolean says(Change change, String path) {
        return changes.stream().anyMatch(c -> c.id().equals(new ResourceId(KindName.PROJECT, change.id().project()))
                && c.desired().flatMap(w -> w.value(path)).isPresent())
                || now.program().find(KindName.PROJECT, change.id().project())
                        .filter(p -> path.equals("restricted")
                                ? p.has("access") || p.nested(KindName.GRANT).findAny().isPresent()
                                : p.nested(KindName.LIMITS).anyMatch(l -> l.has("networks")))
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
                .error("MC0761", "project " + project + " can have at most " + limit + " networks",
                        new Label(change.span(), there + " exist, " + made + " to create, " + leaving + " to remove"))
                .why("the server refuses networks above the project's limits.networks")
                .fix("remove a network, or ask the owner of the project to raise the limit: lxc project set "
                        + ShellWords.quoted(project) + " limits.networks=" + (there - leaving + made)));
    }

    private static boolean isMade(Change change, String project) {
        return change.action() == Action.CREATE && isNetworkOf(change, project);
    }

    private static boolean isNetworkOf(Change change, String project) {
        return change.id().kind().equals(KindName.NETWORK) && change.id().project().equals(project);
    }

    private void uplink(Change change, Map<String, String> config) {
        String uplink = change.desired().orElseThrow().value(UPLINK).orElse("");
        if (ExternalSubnet.isSent(change, UPLINK) && !uplink.isEmpty() && !LxdNetworks.ISOLATED.equals(uplink)
                && !list(config, "restricted.networks.uplinks").contains(uplink))
            add(change, refused(change, "uplink " + uplink + " is not granted to project " + change.id().project(),
                    ExternalSubnet.span(change, UPLINK), "restricted.networks.uplinks", uplink, config));
    }

    /** Once subnets are granted, of whatever uplink, all that is outside lies in those of this one. */
    private void inside(ExternalSubnet external, Map<String, String> config) {
        List<String> granted = list(config, "restricted.networks.subnets");
        String uplink = external.uplink();
        IPAddress desired = external.subnet();
        if (granted.isEmpty() || uplink.isEmpty()) return;
        boolean within = granted.stream().filter(g -> g.startsWith(uplink + ":"))
                .map(g -> Ip.read(g.substring(uplink.length() + 1)))
                .anyMatch(g -> g != null && g.toPrefixBlock().contains(desired));
        if (within) return;
        String text = desired.isPrefixed() ? desired.toCanonicalString() : desired + "/" + desired.getBitCount();
        add(external.change(),
                refused(external.change(),
                        text + " is outside of what project " + external.change().id().project() + " is granted",
                        external.span(), "restricted.networks.subnets", uplink + ":" + text, config));
    }

    private static Diagnostic refused(Change change, String what, Span span, String key, String missing,
            Map<String, String> config) {
        String held = config.getOrDefault(key, "");
        return Diagnostic.error("MC0760", what, new Label(span == null ? change.span() : span, ""))
                .why("the project is restricted on the cluster, and its " + key
                        + (held.isEmpty() ? " is not set" : " is " + held))
                .fix("choose something in it, or ask the owner of the project to grant it: lxc project set "
                        + ShellWords.quoted(change.id().project()) + " " + key + "="
                        + ShellWords.quoted((held.isEmpty() ? "" : held + ",") + missing));
    }

    private static List<String> list(Map<String, String> config, String key) {
        return Arrays.stream(config.getOrDefault(key, "").split(",")).map(String::strip).filter(e -> !e.isEmpty())
                .toList();
    }

    private void add(Change change, Diagnostic what) {
        wrong.computeIfAbsent(change.id(), _ -> new ArrayList<>()).add(what);
    }
}
