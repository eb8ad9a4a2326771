package mcnet.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.model.KindName;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.ResourceId;
import mcnet.schema.IndexFile;

/**
 * What goes with a network that is removed and created again: LXD deletes the forwards of a network with it
 * ({@code lxd/network/driver_ovn.go Delete}), so those that are declared are created again as well.
 */
final class ReplacedParts {
    private ReplacedParts() {}

    /** The same changes, in which each declared part of a replaced network is created. */
    static List<Change> with(List<Change> changes, List<DesiredResource> desired) {
        Set<ResourceId> created = ids(changes, Action.CREATE);
        Set<ResourceId> replaced = ids(changes, Action.REMOVE);
        replaced.retainAll(created);
        List<DesiredResource> again = desired.stream()
                .filter(w -> network(w.id()).filter(replaced::contains).isPresent())
                .filter(w -> !created.contains(w.id())).toList();
        if (again.isEmpty()) return changes;
        Set<ResourceId> ids = again.stream().map(DesiredResource::id).collect(Collectors.toSet());
        List<Change> all = new ArrayList<>(changes.stream().filter(c -> !ids.contains(c.id())).toList());
        again.forEach(w -> all.add(Change.create(w, Differences.ofNew(w))));
        return all;
    }

    private static Set<ResourceId> ids(List<Change> changes, Action action) {
        return changes.stream().filter(c -> c.action() == action).map(Change::id).collect(Collectors.toSet());
    }

    /** The network that an object is a part of. */
    private static Optional<ResourceId> network(ResourceId id) {
        boolean ofNetwork = IndexFile.shipped().kind(id.kind())
                .filter(k -> k.server().parent().equals(KindName.NETWORK))
                .isPresent();
        return ofNetwork && !id.network().isEmpty()
                ? Optional.of(new ResourceId(KindName.NETWORK, id.project(), "", id.network()))
                : Optional.empty();
    }
}
