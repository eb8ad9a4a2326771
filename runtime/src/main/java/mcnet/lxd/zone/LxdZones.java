package mcnet.lxd.zone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.ObjectUsers;
import mcnet.lxd.Paths;
import mcnet.lxd.project.ProjectNamespace;
import mcnet.lxd.project.Projects;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Change;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * Zones as the server has them ({@code /1.0/network-zones}). A name is taken once in the whole cluster, though each is in
 * one project; and the server tells of its users only those of its own project ({@code lxd/network/zone/zone.go}).
 */
public final class LxdZones {

    private LxdZones() {}

    public static Query list(String project) {
        return Query.cluster(Projects.in(project, "/1.0/network-zones?recursion=1"));
    }

    public static String path(ResourceId id) {
        return Projects.in(id.project(), bare(id));
    }

    /** Something that belongs to a zone: {@code path(zone, "/records")}. */
    static String path(ResourceId id, String below) {
        return Projects.in(id.project(), bare(id) + below);
    }

    private static String bare(ResourceId id) {
        return "/1.0/network-zones/" + Paths.encode(ReverseZones.server(id.name()));
    }

    /**
     * The zones of the program's projects; where it declares one, all there are, for names are taken cluster-wide; of one
     * that is to go, who uses it.
     */
    public static List<Query> queries(PlanningContext now) {
        List<Query> queries = new ArrayList<>(List.of(Projects.LIST));
        boolean declares = now.program().all(KindName.ZONE).findAny().isPresent();
        for (String project : declares
                ? Projects.everyones(now, ProjectNamespace.ZONES)
                : Projects.of(now, ProjectNamespace.ZONES))
            queries.add(list(project));
        if (!leaving(now).isEmpty())
            for (String project : Projects.everyones(now, ProjectNamespace.NETWORKS))
                queries.add(LxdNetworks.list(project));
        return queries;
    }

    public static Optional<JsonNode> seen(ResourceId id, PlanningContext now) {
        return in(id.project(), now).filter(z -> name(z).equals(ReverseZones.server(id.name()))).findFirst();
    }

    /** The id of a zone that a network names: names are unique, so it is where one of that name is. */
    public static ResourceId named(String name, String project, PlanningContext now) {
        String server = ReverseZones.server(name);
        String holder = Stream.concat(Stream.of(project), Projects.everyones(now, ProjectNamespace.ZONES).stream())
                .filter(p -> Projects.everyones(now, ProjectNamespace.ZONES).contains(p))
                .filter(p -> in(p, now).anyMatch(z -> name(z).equals(server))).findFirst().orElse(project);
        return new ResourceId(KindName.ZONE, holder, "", name);
    }

    /** Who uses it: as the server says, and the networks of all projects that were asked for. */
    public static List<String> users(ResourceId id, JsonNode zone, PlanningContext now) {
        Set<String> users = new LinkedHashSet<>();
        zone.path("used_by").forEach(user -> users.add(user.asText()));
        for (String project : Projects.everyones(now, ProjectNamespace.NETWORKS))
            for (JsonNode network : now.seen().of(LxdNetworks.list(project)).value())
                if (names(network).contains(ReverseZones.server(id.name())))
                    users.add(ObjectUsers
                            .url(new ResourceId(KindName.NETWORK, project, "", network.path("name").asText())));
        return List.copyOf(users);
    }

    private static Set<String> names(JsonNode network) {
        return network.path("config").properties().stream().filter(e -> e.getKey().startsWith("dns.zone."))
                .flatMap(e -> Stream.of(e.getValue().asText().split(","))).map(String::strip)
                .collect(Collectors.toSet());
    }

    /** Why it cannot be made: another has its name, and stays. */
    public static List<Diagnostic> taken(Change zone, PlanningContext now) {
        ResourceId id = zone.id();
        List<ResourceId> leaving = leaving(now);
        return namesakes(id, now).stream().filter(other -> !leaving.contains(other)).map(other -> Diagnostic
                .error("MC0750", "cannot create " + id + ": this zone already exists"
                        + " in " + place(other.project()), new Label(zone.span(), ""))
                .why("the name of a zone is unique in the cluster, not only in its project")
                .fix("choose another name, or remove the other zone if it is not needed: lxc network zone delete "
                        + ReverseZones.server(id.name())
                        + (other.project().isEmpty() ? "" : " --project " + other.project())))
                .toList();
    }

    /** Zones of the same name in other projects. */
    public static Set<ResourceId> namesakes(ResourceId id, PlanningContext now) {
        Set<ResourceId> others = new LinkedHashSet<>();
        for (String project : Projects.everyones(now, ProjectNamespace.ZONES))
            if (!project.equals(id.project())
                    && in(project, now).anyMatch(z -> name(z).equals(ReverseZones.server(id.name()))))
                others.add(new ResourceId(KindName.ZONE, project, "", id.name()));
        return others;
    }

    private static String place(String project) {
        return project.isEmpty() ? "the default project" : "project " + project;
    }

    /** Those whose records are to be known: declared ones, the program's own, all where the whole cluster is looked at. */
    public static SequencedSet<ResourceId> withRecords(PlanningContext now) {
        SequencedSet<ResourceId> zones = new LinkedHashSet<>();
        now.program().all(KindName.ZONE).map(LxdZones::id).filter(id -> mayBeThere(id, now)).forEach(zones::add);
        zones.addAll(leaving(now));
        if (now.whole())
            for (String project : Projects.of(now, ProjectNamespace.ZONES))
                in(project, now).forEach(
                        z -> zones.add(new ResourceId(KindName.ZONE, project, "", ReverseZones.written(name(z)))));
        return zones;
    }

    /** It is on the cluster, or nobody has asked yet. */
    private static boolean mayBeThere(ResourceId zone, PlanningContext now) {
        boolean asked = now.seen().of(list(zone.project())).status() != 0;
        return asked ? seen(zone, now).isPresent() : !now.seen().of(Projects.LIST).ok();
    }

    /** The program's own that the file does not declare. */
    private static List<ResourceId> leaving(PlanningContext now) {
        Set<ResourceId> declared = now.program().all(KindName.ZONE).map(LxdZones::id).collect(Collectors.toSet());
        List<ResourceId> leaving = new ArrayList<>();
        for (String project : Projects.of(now, ProjectNamespace.ZONES))
            in(project, now).forEach(zone -> {
                ResourceId id = new ResourceId(KindName.ZONE, project, "", ReverseZones.written(name(zone)));
                boolean ours = Mark.of(LxdConfig.of(zone))
                        .filter(m -> m.program().equals(now.program().name()) && m.speaksOf(id)).isPresent();
                if (ours && !declared.contains(id)) leaving.add(id);
            });
        return leaving;
    }

    private static ResourceId id(Declaration zone) {
        return new ResourceId(KindName.ZONE, zone.inside().project(), "", zone.name());
    }

    private static Stream<JsonNode> in(String project, PlanningContext now) {
        return now.seen().of(list(project)).value().valueStream();
    }

    private static String name(JsonNode object) {
        return object.path("name").asText();
    }
}
