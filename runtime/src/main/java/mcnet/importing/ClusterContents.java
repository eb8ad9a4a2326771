package mcnet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.Paths;
import mcnet.lxd.nic.Nics;
import mcnet.lxd.project.ProjectNamespace;
import mcnet.lxd.project.Projects;
import mcnet.lxd.server.Servers;
import mcnet.lxd.zone.ReverseZones;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;
import mcnet.schema.Namespace;
import mcnet.schema.ServerObject;

/**
 * All that is in the server's network collections, in its profiles and on its instances' NICs, whether mcnet builds it or
 * not: what a file that is imported does not hold can be named by this.
 */
public final class ClusterContents {
    private static final String NETWORKS = "/1.0/networks";
    private static final String SERVERS_OWN = "default";

    private final PlanningContext now;
    private final Set<Query> asked = new LinkedHashSet<>();
    private final List<Item> items = new ArrayList<>();
    private final Set<String> unanswered = new LinkedHashSet<>();

    /**
     * One thing.
     *
     * @param kind the language's word for it, or the server's where there is none: {@code bridge}, {@code pool}
     * @param inside the network, zone, instance or profile that it is a part of; empty where it stands alone
     */
    public record Item(String kind, String project, String inside, String name, JsonNode object) {

        /** Whose mark it has; empty: nobody's. */
        public String owner() {
            return Mark.of(LxdConfig.of(object)).map(Mark::program).orElse("");
        }

        /** As messages call it: {@code balancer 198.51.100.5 of web of project acme}. */
        public String title() {
            return kind + " " + name + (inside.isEmpty() ? "" : " of " + inside)
                    + (project.isEmpty() ? "" : " of project " + project);
        }
    }

    private ClusterContents(PlanningContext now) {
        this.now = now;
        all();
    }

    /** What must be asked, beside what the modules ask when they look at everything. */
    public static List<Query> queries(PlanningContext now) {
        return new ClusterContents(now).asked.stream().toList();
    }

    /** What there is, as far as it was asked. */
    public static List<Item> of(PlanningContext now) {
        return List.copyOf(new ClusterContents(now).items);
    }

    /** The paths that nobody asked for, or that were not answered. */
    public static Set<String> unanswered(PlanningContext now) {
        return new ClusterContents(now).unanswered;
    }

    private void all() {
        for (JsonNode project : list(Projects.LIST)) {
            String name = project.path("name").asText();
            if (name.equals(SERVERS_OWN)) continue;
            items.add(new Item(KindName.PROJECT, "", "", name, project));
        }
        Projects.everyones(now, ProjectNamespace.NETWORKS).forEach(this::networks);
        Projects.everyones(now, ProjectNamespace.ZONES).forEach(this::zones);
        Projects.everyones(now, ProjectNamespace.PROFILES)
                .forEach(project -> list(project, "/1.0/profiles").forEach(profile -> profile(project, profile)));
        Projects.everyones(now, ProjectNamespace.INSTANCES)
                .forEach(project -> list(project, "/1.0/instances").forEach(instance -> instance(project, instance)));
    }

    private void networks(String project) {
        for (JsonNode network : list(project, NETWORKS)) {
            String name = network.path("name").asText();
            String type = network.path("type").asText();
            if (!network.path("managed").asBoolean() || name.isEmpty()) continue;
            items.add(new Item(kind(network), project, "", name, network));
            parts(project, name, type);
        }
        for (Kind kind : IndexFile.shipped().imported())
            if (isBesideNetworks(kind))
                for (JsonNode object : list(project, "/1.0/" + kind.server().collection()))
                    items.add(new Item(kind.name(), project, "", object.path("name").asText(), object));
        if (project.isEmpty() && offers("network_integrations"))
            for (JsonNode integration : list(project, "/1.0/network-integrations"))
                items.add(new Item("integration", project, "", integration.path("name").asText(), integration));
    }

    /** It stands where networks do, and is none: ACLs. */
    private boolean isBesideNetworks(Kind kind) {
        String extension = kind.server().extension();
        return kind.namespace() == Namespace.NETWORKS && kind.server().type().isEmpty()
                && (extension.isEmpty() || offers(extension));
    }

    private void parts(String project, String network, String type) {
        ResourceId id = new ResourceId(KindName.NETWORK, project, "", network);
        for (Kind kind : IndexFile.shipped().partsOf(KindName.NETWORK)) {
            ServerObject part = kind.server();
            if (!offers(part.extension()) || !part.parentTypes().contains(type)) continue;
            for (JsonNode object : list(Query.cluster(LxdNetworks.path(id, "/" + part.collection() + "?recursion=1"))))
                items.add(new Item(kind.name(), project, network, object.path(part.nameKey()).asText(), object));
        }
    }

    /** The language's word for a network, or the server's for its type. */
    private static String kind(JsonNode network) {
        if (LxdNetworks.isFan(network)) return KindName.FAN;
        String type = network.path("type").asText();
        return IndexFile.shipped().kinds().values().stream().filter(k -> k.server().type().equals(type))
                .filter(k -> !type.isEmpty() && !k.name().equals(KindName.FAN)).map(Kind::name).findFirst()
                .orElse(type);
    }

    private void zones(String project) {
        for (JsonNode zone : list(project, "/1.0/network-zones")) {
            String name = zone.path("name").asText();
            String written = ReverseZones.written(name);
            items.add(new Item(KindName.ZONE, project, "", written, zone));
            for (JsonNode entry : list(project, "/1.0/network-zones/" + Paths.encode(name) + "/records"))
                items.add(new Item(KindName.RECORD, project, written, entry.path("name").asText(), entry));
        }
    }

    private void profile(String project, JsonNode profile) {
        String name = profile.path("name").asText();
        items.add(new Item(KindName.PROFILE, project, "", name, profile));
        nics("profile " + name, project, profile.path("devices"));
    }

    private void instance(String project, JsonNode instance) {
        nics("instance " + instance.path("name").asText(), project, Nics.effective(instance));
    }

    private void nics(String owner, String project, JsonNode devices) {
        devices.properties().stream().filter(d -> d.getValue().path("type").asText().equals("nic"))
                .forEach(d -> items.add(new Item(KindName.NIC, project, owner, d.getKey(), d.getValue())));
    }

    private boolean offers(String extension) {
        return Servers.all(now).stream().noneMatch(server -> server.lacks(extension));
    }

    private JsonNode list(String project, String collection) {
        return list(Query.cluster(Projects.in(project, collection + "?recursion=1")));
    }

    private JsonNode list(Query question) {
        asked.add(question);
        if (!now.seen().of(question).ok()) unanswered.add(question.question().text().replaceFirst("^GET ", ""));
        return now.seen().of(question).value();
    }
}
