package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.lxd.LxdConfig;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.module.StepBuilder;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;

/**
 * LXD keeps a side of a peering while a rule names it, even one that leads nowhere. To mend it, the rules that name it
 * are set aside and put back when it is there anew; an ACL that is to lose such rules anyway comes first.
 */
public final class SuspendedRules {
    private final Change change;
    private final PlanningContext now;
    private final List<Step> before = new ArrayList<>();
    private final List<StepBuilder> behind = new ArrayList<>();
    private final Set<ResourceId> first = new LinkedHashSet<>();

    private SuspendedRules(Change change, PlanningContext now) {
        this.change = change;
        this.now = now;
    }

    /**
     * @param mending what makes the peering whole
     * @param stale sides that it deletes
     */
    public static List<Step> around(StepBuilder mending, List<LxdPeerings.Side> stale, Change change,
            PlanningContext now) {
        SuspendedRules self = new SuspendedRules(change, now);
        for (LxdPeerings.Side side : stale)
            for (JsonNode acl : now.seen().of(LxdAcls.list(side.network().project())).value()) self.look(acl, side);
        List<Step> steps = new ArrayList<>(self.before);
        Step whole = mending.after(ids(self.before)).needs(self.first).step();
        steps.add(whole);
        self.behind.forEach(step -> steps.add(step.after(Set.of(whole.id())).step()));
        return steps;
    }

    private static Set<String> ids(List<Step> steps) {
        Set<String> ids = new LinkedHashSet<>();
        steps.forEach(s -> ids.add(s.id()));
        return ids;
    }

    private void look(JsonNode acl, LxdPeerings.Side side) {
        String subject = "@" + side.network().name() + "/" + side.name();
        List<LxdRule> rules = LxdAcls.rules(acl);
        List<LxdRule> others = rules.stream().filter(r -> !r.others().contains(subject)).toList();
        if (others.size() == rules.size()) return;
        ResourceId id = new ResourceId(KindName.ACL, side.network().project(), "", acl.path("name").asText());
        Optional<Declaration> declared = now.program().all(KindName.ACL)
                .filter(a -> a.name().equals(id.name()) && a.inside().project().equals(id.project())).findFirst();
        boolean goes = declared.isPresent()
                && LxdRules.of(declared.get(), now).all().stream().noneMatch(r -> r.others().contains(subject));
        if (goes) {
            first.add(id);
            return;
        }
        ObjectNode whole = LxdAcls.writable(acl);
        String end = " of acl " + id.title() + " that name " + side.network().name() + "/" + side.name();
        before.add(StepBuilder.on(change, now.lead(), "suspend rules" + end)
                .put(LxdAcls.path(id), LxdAcls.with(LxdConfig.writable(acl), others), whole)
                .interrupts("what these rules allow, until they are restored").undo("restore them").step());
        behind.add(StepBuilder.on(change, now.lead(), "restore rules" + end).put(LxdAcls.path(id), whole, null)
                .undo("restore them"));
    }
}
