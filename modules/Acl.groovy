package mcnet.modules

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.model.Declaration
import mcnet.module.Limits
import mcnet.module.LxdConfig
import mcnet.module.LxdNetworks
import mcnet.module.Module
import mcnet.module.Projects
import mcnet.module.Situation
import mcnet.module.Steps
import mcnet.module.Wishes
import mcnet.module.proof.AclInForce
import mcnet.module.traffic.LxdAcls
import mcnet.module.traffic.LxdRule
import mcnet.module.traffic.Named
import mcnet.module.traffic.Peerings
import mcnet.module.traffic.Rules
import mcnet.observe.Asked
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.Field
import mcnet.plan.Found
import mcnet.plan.Mark
import mcnet.plan.Proof
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.plan.Wanted
import mcnet.plan.Wish
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Naming
import mcnet.schema.Sentences
import mcnet.schema.Type

/**
 * Rules for packets. The server knows no order among them: drop wins over reject, reject over allow
 * ({@code lxd/network/acl/acl_ovn.go}), so they are compared as a set.
 *
 * Rules that name other ACLs or peerings come in a step of their own: the peering stands on a network, and the network
 * may carry this ACL.
 */
@CompileStatic
@POJO
class Acl implements Module {

    private static final String RULES = 'rule'

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('acl', 'Rules for what may come in and go out of the networks and NICs that carry it.')
                .within(',project')
                .naming(Naming.LABEL)
                .says(Sentences.RULES)
                .module(Acl.name)
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect'))
                .with(Attribute.IGNORE),
        ]
    }

    @Override
    List<Asked> questions(Situation now) {
        List<Asked> questions = [Projects.LIST]
        for (String project : Projects.of(now)) questions << LxdAcls.list(project)
        return questions
    }

    @Override
    Wanted wanted(Declaration declaration, Situation now) {
        Wanted plain = Wishes.of(declaration, now.cluster())
        SequencedMap<Field, Wish> wishes = new LinkedHashMap<>(plain.wishes())
        Rules.Read rules = Rules.of(declaration, now)
        for (def rule : rules.said().entrySet()) {
            Field field = Field.element(RULES, rule.key.sentence())
            wishes.put(field, new Wish(field, Field.IN, rule.value.span(), true))
        }
        return new Wanted(declaration, wishes, plain.needs(), rules)
    }

    @Override
    List<Found> found(Situation now) {
        List<Found> acls = []
        List<Peerings.Pair> pairs = Peerings.found(now)
        for (String project : Projects.of(now)) {
            for (JsonNode acl : now.seen().of(LxdAcls.list(project)).value()) {
                if (!Named.isLease(acl)) acls << found(project, acl, pairs)
            }
        }
        return acls
    }

    private Found found(String project, JsonNode acl, List<Peerings.Pair> pairs) {
        def config = LxdConfig.of(acl)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        Set<ResourceId> needs = new LinkedHashSet<>()
        for (LxdRule rule : LxdAcls.rules(acl)) {
            values.put(Field.element(RULES, rule.sentence()), Field.IN)
            needs.addAll(Named.found(rule, project, acl.path('name').asText(), pairs))
        }
        List<String> usedBy = []
        for (JsonNode user : acl.path('used_by')) usedBy << user.asText()
        return new Found(new ResourceId('acl', project, '', acl.path('name').asText()), values, Mark.of(config), 'Created',
            new ArrayList<>(needs), usedBy, false)
    }

    @Override
    List<Diagnostic> obstacles(Wanted wanted, Situation now) {
        return rules(wanted).unknown()
    }

    private static Rules.Read rules(Wanted wanted) {
        return (Rules.Read) wanted.reading()
    }

    @Override
    List<Diagnostic> obstacles(Change change, Situation now) {
        return change.action() == Action.CREATE ? Limits.acl(change, now) : []
    }

    /**
     * OVN has the rules for all members. Those of a bridge's network each member has in its own firewall
     * ({@code lxd/network/acl/driver_common.go Update}).
     */
    @Override
    List<String> participants(Change change, Situation now) {
        boolean bridged = change.found().stream().flatMap((Found f) -> f.usedBy().stream()).anyMatch((String user) -> LxdNetworks.isBridge(user, now))
        return bridged ? now.declared() : []
    }

    @Override
    List<Step> steps(Change change, Situation now) {
        switch (change.action()) {
            case Action.CREATE: return create(change, now)
            case Action.CHANGE: return [update(change, now)]
            default: return remove(change, now)
        }
    }

    private static List<Step> create(Change change, Situation now) {
        String name = change.id().name()
        List<LxdRule> all = rules(change.wanted().get()).all()
        List<LxdRule> plain = Named.without(all)
        def config = LxdConfig.initial(change)
        config.putAll(change.wanted().get().mark(now.program().name()).config())
        List<Step> steps = [Steps.on(change, now.lead(), "create acl ${change.id().title()}")
            .post(Projects.in(change.id().project(), '/1.0/network-acls'), LxdAcls.with(LxdConfig.body(config, '').put('name', name), plain))
            .undo("delete acl ${name}")
            .step()]
        if (plain.size() < all.size()) {
            steps << Steps.on(change, now.lead(), "complete the rules of acl ${change.id().title()}")
                .put(LxdAcls.path(change.id()), LxdAcls.with(LxdConfig.body(config, ''), all), null)
                .after(Steps.ids(steps))
                .needs(Named.wanted(all, change.id(), now))
                .undo("delete acl ${name}")
                .step()
        }
        return steps
    }

    private static Step update(Change change, Situation now) {
        List<LxdRule> all = rules(change.wanted().get()).all()
        JsonNode before = LxdAcls.seen(change.id(), now).get()
        return Steps.on(change, now.lead(), "${change.verb()} acl ${change.id().title()}")
            .put(LxdAcls.path(change.id()), LxdAcls.with(LxdConfig.whole(change, before, now.program().name()), all), LxdAcls.writable(before))
            .needs(Named.wanted(all, change.id(), now))
            .undo(change.of(RULES) ? "put back: ${LxdAcls.sentences(before)}" : 'put back what the plan shows')
            .step()
    }

    private static List<Step> remove(Change change, Situation now) {
        JsonNode before = LxdAcls.seen(change.id(), now).get()
        String name = change.id().title()
        List<Step> steps = []
        Set<ResourceId> named = new LinkedHashSet<>(change.found().get().needs())
        if (!change.id().project().empty) named.remove(new ResourceId('project', change.id().project()))
        if (Named.without(LxdAcls.rules(before)).size() < LxdAcls.rules(before).size()) {
            steps << Steps.on(change, now.lead(), "empty acl ${name}")
                .put(LxdAcls.path(change.id()), LxdAcls.with(LxdConfig.writable(before), []), LxdAcls.writable(before))
                .frees(named)
                .undo('declare it again')
                .step()
        }
        steps << Steps.on(change, now.lead(), "remove acl ${name}")
            .delete(LxdAcls.path(change.id()))
            .after(Steps.ids(steps))
            .undo('declare it again')
            .step()
        return steps
    }

    @Override
    List<Step> release(Change change, Situation now) {
        return [Steps.on(change, now.lead(), "release ${change.id()}")
            .unmark(LxdAcls.path(change.id()), LxdAcls.writable(LxdAcls.seen(change.id(), now).get())).step()]
    }

    @Override
    List<Proof> proofs(Wanted wanted, Situation now) {
        return List.<Proof>of(new AclInForce(wanted.id(), rules(wanted).all()))
    }
}
