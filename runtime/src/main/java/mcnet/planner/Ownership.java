package mcnet.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.ObjectUsers;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.planner.rule.CopiedMarks;
import mcnet.planner.rule.IncompleteNetworks;
import mcnet.schema.IndexFile;

/** Whose an object is: a program touches only what it made itself. */
final class Ownership {
    private Ownership() {}

    /** @param there all objects of the kind */
    static List<Diagnostic> check(DesiredResource desired, ObservedResource found, List<ObservedResource> there,
            PlanningContext now) {
        Label here = new Label(desired.declaration().span(), "declared here");
        if (CopiedMarks.isOf(found, now.program())) return List.of(CopiedMarks.refused(found, there, here, now));
        if (found.mark().isEmpty()) {
            if (found.always() || found.whole() || IncompleteNetworks.isAnnounced(found)) return List.of();
            return List.of(Diagnostic.error("MC0710", desired.id() + " already exists, incomplete and without"
                    + " mcnet's mark",
                    here)
                    .why("LXD says " + found.status() + "; somebody else started to create it, and mcnet cannot"
                            + " adopt an incomplete object")
                    .fix("if nobody is creating it now: " + RemovalCommand.removal(desired.id(), now)));
        }
        if (!found.ownedBy(now.program().name())) {
            String owner = found.mark().map(Mark::program).orElseThrow();
            return List.of(Diagnostic.error("MC0711", desired.id() + " belongs to program " + owner, here)
                    .why("two programs that manage one object would undo each other's changes")
                    .fix("remove the declaration from one of them; if this is program " + owner
                            + " under a new name, keep the old name"));
        }
        return List.of();
    }

    /**
     * What is to go is used by nothing that stays, and not protected.
     *
     * @param changes all that is done beside
     * @param there all objects of the cluster: LXD takes the forwards and peerings of a network away with it, whosever
     *        they are
     */
    static List<Diagnostic> removable(Change change, List<Change> changes, List<ObservedResource> there,
            PlanningContext now) {
        ObservedResource found = change.found().orElseThrow();
        if (LxdConfig.isTrue(found.value("protect"))) {
            return List.of(Diagnostic.error("MC0713", change.id() + " is protected and no longer declared")
                    .why("it was last applied with protect = true, which refuses its removal")
                    .fix("declare it again without protect, apply, and then remove it"));
        }
        List<Diagnostic> wrong = new ArrayList<>();
        List<String> users = found.usedBy().stream()
                .filter(url -> changes.stream().noneMatch(c -> letsGo(c, change.id()) && isFor(url, c)))
                .map(ObjectUsers::name).toList();
        if (!users.isEmpty())
            wrong.add(Diagnostic.error("MC0706", "cannot remove " + change.id() + ": it is used"
                    + " by " + String.join(", ", users))
                    .why("they would stop working without it")
                    .fix("move or remove its users first, or keep it in the file"));
        List<ObservedResource> others = there.stream().filter(f -> isPart(f.id())
                && f.needs().contains(change.id()) && (!f.ownedBy(now.program().name()) || isReleased(f, changes)))
                .toList();
        if (!others.isEmpty()) wrong.add(takesAlong(change, others, now));
        return wrong;
    }

    /** LXD removes it with the network or zone that it stands on. */
    private static boolean isPart(ResourceId id) {
        return IndexFile.shipped().kind(id.kind()).filter(k -> k.server().isPart()).isPresent();
    }

    private static Diagnostic takesAlong(Change change, List<ObservedResource> others, PlanningContext now) {
        return Diagnostic.error("MC0752", "cannot remove " + change.id() + ": objects of others on it would be"
                + " removed too")
                .why(others.stream().map(f -> f.id() + ", " + maker(f)).collect(Collectors.joining("; "))
                        + ". The server would remove them together with it")
                .fix("keep it in the file; or, if they are not needed: "
                        + others.stream().map(f -> RemovalCommand.removal(f.id(), now))
                                .collect(Collectors.joining("; ")));
    }

    private static String maker(ObservedResource part) {
        return part.mark().filter(m -> m.speaksOf(part.id()) && m.adopted().isEmpty())
                .map(m -> "made by program " + m.program()).orElse("made by somebody else");
    }

    private static boolean isReleased(ObservedResource part, List<Change> changes) {
        return changes.stream().anyMatch(c -> c.action() == Action.RELEASE && c.id().equals(part.id()));
    }

    /** LXD names the network on the other side of a peering as a user. */
    private static boolean isFor(String url, Change user) {
        return ObjectUsers.is(url, user.id()) || user.id().kind().equals(KindName.PEER)
                && user.found().stream().flatMap(f -> f.needs().stream()).anyMatch(n -> ObjectUsers.is(url, n));
    }

    /** It goes itself, or refers to the thing no more. */
    private static boolean letsGo(Change user, ResourceId id) {
        if (user.action() == Action.RELEASE)
            return user.differences().stream().anyMatch(d -> names(d.before(), id) && !names(d.after(), id));
        return user.action() == Action.REMOVE
                || user.found().filter(f -> f.needs().contains(id)).isPresent()
                        && user.desired().filter(w -> w.needs().contains(id)).isEmpty();
    }

    private static boolean names(String value, ResourceId id) {
        return Arrays.asList(value.split("\\s*,\\s*")).contains(id.name());
    }
}
