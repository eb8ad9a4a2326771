package mcnet.planner;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.MemberAvailability;
import mcnet.lxd.server.MicroCloud;
import mcnet.model.Member;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.plan.UnavailableMember;

/** Which changes the server makes without the members that are unavailable. */
public final class Participation {
    /** A command with more is not typed; the changes are left out of the file for the while. */
    private static final int MOST = 8;

    private final Map<String, Module> modules;
    private final PlanningContext now;
    private final Set<String> away;

    Participation(Map<String, Module> modules, PlanningContext now) {
        this.modules = modules;
        this.now = now;
        this.away = MemberAvailability.unavailable(now).stream().map(UnavailableMember::name)
                .collect(Collectors.toSet());
    }

    /** What follows for a plan. */
    public static Diagnostic warning(UnavailableMember member, PlanningContext now) {
        String name = member.name();
        String without = "meanwhile LXD accepts only changes that do not need all members, such as ACLs and"
                + " profiles; networks, uplinks and forwards stay unchanged until " + name + " is back";
        Member declared = now.cluster().member(name).orElseThrow();
        if (member.isReached())
            return Diagnostic
                    .warning("MC0724", "member " + name + " is offline", new Label(declared.span(), member.why()))
                    .why(without)
                    .fix("on " + name + ", read LXD's log and check that it reaches the other members: lxc"
                            + " cluster list");
        return Diagnostic
                .warning("MC0781", "member " + name + " cannot be reached: its own settings are unknown",
                        new Label(declared.span(), member.why()))
                .why("mcnet cannot compare its interfaces, its Open vSwitch and its own keys; " + without)
                .fix("start " + name + " again; if it will not come back: "
                        + (MicroCloud.is(now.seen()) ? "microcloud" : "lxc cluster") + " remove --force "
                        + ShellWords.quoted(name) + ", and remove it from the file");
    }

    /**
     * One for each change that needs a member which is unavailable.
     *
     * @param closure an object's change with those that it cannot do without
     */
    List<Diagnostic> refused(List<Change> changes, Function<ResourceId, List<Change>> closure) {
        if (away.isEmpty()) return List.of();
        List<Change> refused = changes.stream().filter(c -> !missing(c).isEmpty()).toList();
        if (refused.isEmpty()) return List.of();
        List<String> others = changes.stream().map(Change::id).distinct()
                .filter(id -> closure.apply(id).stream().allMatch(c -> missing(c).isEmpty())).map(Selection::text)
                .toList();
        return refused.stream().map(c -> refusal(c, missing(c), others)).toList();
    }

    /** Those of a change's members that are unavailable. */
    private String missing(Change change) {
        return modules.get(change.id().kind()).participants(change, now).stream().filter(away::contains)
                .collect(Collectors.joining(", "));
    }

    private static Diagnostic refusal(Change change, String members, List<String> others) {
        Label[] labels = change.span() == null ? new Label[0] : new Label[]{new Label(change.span(), "")};
        return Diagnostic
                .error("MC0785", "cannot " + change.shown().word() + " " + change.id() + " without " + members, labels)
                .why("the change also needs " + members + ": LXD refuses it while a member is down, and may"
                        + " leave a new object incomplete")
                .fix("start " + members + " again and apply again" + rest(others));
    }

    private static String rest(List<String> others) {
        if (others.isEmpty()) return "";
        if (others.size() > MOST)
            return "; " + others.size() + " other changes do not need it: apply them now with --only";
        return others.stream().map(o -> " --only " + ShellWords.quoted(o))
                .collect(Collectors.joining("", "; changes that LXD accepts without it: mcnet apply", ""));
    }
}
