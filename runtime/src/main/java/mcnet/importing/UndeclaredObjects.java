package mcnet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.lxd.project.ProjectNamespace;
import mcnet.lxd.project.Projects;
import mcnet.lxd.traffic.LxdPeerings;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;
import mcnet.plan.UndeclaredState;
import mcnet.schema.IndexFile;

/**
 * What others have on a program's networks, zones and uplinks and in its projects: forwards, balancers, pools, peerings,
 * records, NICs, networks, ACLs, profiles.
 *
 * @param ours the objects that the program declares or has made
 */
public record UndeclaredObjects(PlanningContext now, Set<ResourceId> ours) {
    /** In the order in which the server lists them. */
    public List<UndeclaredState.Thing> all() {
        List<UndeclaredState.Thing> all = new ArrayList<>();
        for (ClusterContents.Item item : ClusterContents.of(now)) {
            if (isOurs(item)) continue;
            where(item).ifPresent(where -> all.add(
                    new UndeclaredState.Thing(OmittedObjects.id(item), where.toString(), item.owner())));
        }
        return all;
    }

    private boolean isOurs(ClusterContents.Item item) {
        return switch (item.kind()) {
            case KindName.PEER ->
                ours.stream().filter(id -> id.kind().equals(KindName.PEER)).anyMatch(id -> isSide(item, id));
            case KindName.NIC -> declaresNic(item);
            default ->
                ours.contains(OmittedObjects.id(item)) || KindName.LISTENERS.contains(item.kind()) && ours.contains(
                        new ResourceId(item.kind(), item.project(), item.inside(),
                                item.object().path("config").path("user.mcnet.name").asText()));
        };
    }

    private boolean isSide(ClusterContents.Item item, ResourceId peering) {
        ResourceId network = network(item.project(), item.inside());
        return LxdPeerings.found(now).stream().filter(pair -> pair.id().equals(peering))
                .flatMap(pair -> pair.sides().stream())
                .anyMatch(side -> side.network().equals(network) && side.name().equals(item.name()));
    }

    /** What the file says of an instance's or a profile's NIC it answers for. */
    private boolean declaresNic(ClusterContents.Item item) {
        String[] owner = item.inside().split(" ", 2);
        return now.program().all(owner[0])
                .filter(d -> d.name().equals(owner[1]) && d.inside().project().equals(item.project()))
                .flatMap(d -> d.nested(KindName.NIC)).map(Declaration::name).anyMatch(item.name()::equals);
    }

    /** Which of the program's objects it stands on or in. */
    private Optional<ResourceId> where(ClusterContents.Item item) {
        List<ResourceId> places = new ArrayList<>();
        String parent = IndexFile.shipped().kind(item.kind()).map(k -> k.server().parent()).orElse("");
        if (!parent.isEmpty()) places.add(new ResourceId(parent, item.project(), "", item.inside()));
        else if (item.kind().equals(KindName.NIC)) places.add(network(networkProject(item), text(item, "network")));
        else if (item.kind().equals(KindName.NETWORK))
            for (String kind : List.of(KindName.UPLINK, KindName.BRIDGE))
                places.add(new ResourceId(kind, item.object().path("config").path("network").asText()));
        if (!item.project().isEmpty()) places.add(new ResourceId(KindName.PROJECT, item.project()));
        return places.stream().filter(ours::contains).findFirst();
    }

    private static String text(ClusterContents.Item nic, String key) {
        return nic.object().path(key).asText();
    }

    /** A project without networks of its own uses those of the server's own. */
    private String networkProject(ClusterContents.Item nic) {
        Optional<JsonNode> project = Projects.seen(nic.project(), now);
        return project.isPresent() && Projects.everyones(now, ProjectNamespace.NETWORKS).contains(nic.project())
                ? nic.project()
                : "";
    }

    private static ResourceId network(String project, String name) {
        return new ResourceId(KindName.NETWORK, project, "", name);
    }
}
