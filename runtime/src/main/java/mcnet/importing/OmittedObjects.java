package mcnet.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lxd.MemberAvailability;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.traffic.LxdPeerings;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;
import mcnet.plan.UnavailableMember;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;

/**
 * What is on the cluster and not in the file, each with the reason.
 *
 * @param exclusions what the file cannot say
 * @param written what it says
 */
record OmittedObjects(PlanningContext now, Exclusions exclusions, Set<ResourceId> written) {
    private static final String LOCK = "mcnet-lease-";

    /** One for each thing, and for each collection of which nothing is known. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (UnavailableMember member : MemberAvailability.unavailable(now))
            if (!member.isReached())
                lines.add(Comment.visible("member " + member.name() + ", its own settings: " + member.why()));
        for (ClusterContents.Item item : ClusterContents.of(now)) {
            if (isWritten(item)) continue;
            lines.add(Comment.visible(item.title() + ": " + reason(item)));
        }
        unknown().forEach((kind, where) -> lines.add(Comment.visible(kind + where.stream().filter(w -> !w.isEmpty())
                .collect(Collectors.joining(", ", " of ", "")).replaceFirst(" of $", "") + ": not queried, or"
                + " no answer")));
        return lines;
    }

    /** By collection, the networks, zones or projects of which it is not known: a recording may hold less than there is. */
    private SequencedMap<String, List<String>> unknown() {
        SequencedMap<String, List<String>> all = new LinkedHashMap<>();
        for (String path : ClusterContents.unanswered(now)) {
            String[] parts = path.replaceFirst("\\?.*", "").split("/");
            String project = path.contains("project=") ? path.replaceFirst(".*project=([^&]*).*", "$1") : "";
            String inside = parts.length > 4 ? parts[3] : "";
            all.computeIfAbsent(parts[parts.length - 1].replace("network-", "").replace('-', ' '),
                    _ -> new ArrayList<>())
                    .add(project.isEmpty() ? inside : inside.isEmpty() ? "project " + project : project + "." + inside);
        }
        return all;
    }

    /** As the language would name it. */
    static ResourceId id(ClusterContents.Item item) {
        return new ResourceId(item.kind(), item.project(), item.inside(), item.name());
    }

    private Optional<LxdPeerings.Pair> pair(ClusterContents.Item item) {
        ResourceId network = new ResourceId(KindName.NETWORK, item.project(), "", item.inside());
        return LxdPeerings.found(now).stream().filter(p -> p.sides().stream()
                .anyMatch(s -> s.network().equals(network) && s.name().equals(item.name()))).findFirst();
    }

    private boolean isWritten(ClusterContents.Item item) {
        if (item.kind().equals(KindName.PEER)) return pair(item).filter(p -> written.contains(p.id())).isPresent();
        return written.contains(id(item)) || KindName.LISTENERS.contains(item.kind()) && isWrittenByName(item);
    }

    /** A listener whose address the server chose has a name in the file. */
    private boolean isWrittenByName(ClusterContents.Item item) {
        return written.stream().anyMatch(id -> id.kind().equals(item.kind()) && id.project().equals(item.project())
                && id.network().equals(item.inside()) && ListenerObjects.isCalled(id.name(), item.object()));
    }

    private String reason(ClusterContents.Item item) {
        ResourceId id = item.kind().equals(KindName.PEER)
                ? pair(item).map(LxdPeerings.Pair::id).orElse(id(item))
                : id(item);
        if (exclusions.has(id)) return exclusions.reason(id);
        if (item.kind().equals(KindName.ACL) && item.name().startsWith(LOCK)) return "a lock of mcnet";
        if (!item.owner().isEmpty() && !item.owner().equals(now.program().name())) return "of program " + item.owner();
        Optional<Kind> kind = IndexFile.shipped().kind(item.kind()).filter(Kind::supported);
        if (kind.isEmpty()) return "not supported by this version";
        String project = item.project();
        if (!project.isEmpty() && !written.contains(new ResourceId(KindName.PROJECT, project)))
            return "its project is not in this file";
        if (kind.get().roles().importedIfManaged() || item.kind().equals(KindName.NIC))
            return "not managed; declare it to manage it";
        return kind.get().server().isPart()
                ? "its " + kind.get().server().parent() + " is not in this file"
                : "not managed by program " + now.program().name();
    }
}
