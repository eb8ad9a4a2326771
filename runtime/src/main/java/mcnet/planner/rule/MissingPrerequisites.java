package mcnet.planner.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.DesiredResource;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;

/** What the file says that others have made, what the program needs, and what the cluster does not have. */
public final class MissingPrerequisites {
    /** Instances and underlays are asked for by what the file declares of them. */
    private static final Set<String> ASKED_ONE_BY_ONE = Set.of(KindName.INSTANCE, KindName.UNDERLAY);

    private MissingPrerequisites() {}

    /** By the object that needs it. */
    public static Map<ResourceId, List<Diagnostic>> of(List<DesiredResource> desired, List<ObservedResource> found,
            List<Module> modules,
            PlanningContext now) {
        Set<ResourceId> there = found.stream().map(ObservedResource::id).collect(Collectors.toSet());
        Map<ResourceId, List<Diagnostic>> absent = new LinkedHashMap<>();
        for (Module module : modules) {
            String kind = module.kind().name();
            if (ASKED_ONE_BY_ONE.contains(kind)) continue;
            now.program().existing(kind).filter(d -> d.nested().isEmpty()).forEach(d -> {
                ResourceId id = new ResourceId(kind, d.name());
                Optional<DesiredResource> user = desired.stream().filter(w -> w.needs().contains(id)).findFirst();
                if (user.isPresent() && !there.contains(id) && !isNetwork(id, now))
                    absent.computeIfAbsent(user.get().id(), _ -> new ArrayList<>()).add(error(d, user.get()));
            });
        }
        return absent;
    }

    /** An uplink may be any network of the server's: also a bridge, which no module manages. */
    private static boolean isNetwork(ResourceId id, PlanningContext now) {
        return Set.of(KindName.UPLINK, KindName.NETWORK).contains(id.kind())
                && LxdNetworks.seen(id, now.seen()).isPresent();
    }

    private static Diagnostic error(Declaration existing, DesiredResource user) {
        return Diagnostic
                .error("MC0757", existing.title() + " does not exist on the cluster", new Label(existing.span(), ""),
                        new Label(user.declaration().span(), "needs it"))
                .why("`existing` means that it already exists; without it the server would"
                        + " refuse " + user.id() + " or leave it incomplete")
                .fix("create it first, or declare it without `existing`");
    }
}
