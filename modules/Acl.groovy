package mcnet.modules

import static mcnet.schema.Namespace.NETWORKS
import static mcnet.schema.NamingRule.LABEL
import static mcnet.schema.StatementKinds.RULES

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.project.Projects
import mcnet.lxd.server.ServerLimits
import mcnet.lxd.traffic.LxdAcls
import mcnet.lxd.traffic.LxdPeerings
import mcnet.lxd.traffic.LxdRule
import mcnet.lxd.traffic.LxdRules
import mcnet.lxd.traffic.RuleReferences
import mcnet.model.Declaration
import mcnet.module.DesiredAttributes
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.DesiredValue
import mcnet.plan.Field
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.AclRulesProbe

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

    private static final String RULE = 'rule'

    @Override
    void declare(Kinds kinds) {
        kinds.resource('acl', 'Rules for what may enter and leave the networks and NICs that use it.') {
            within program, 'project'
            naming LABEL
            statements RULES
            namespace NETWORKS
            api 'network-acls'
            command 'network acl'
            ownKeys 'network-acl', 'ACLs'
            ruleSubject 2
            inRules ''
            imported 5
            example '''
                acl web {
                  allow ingress tcp 80, 443 from any
                  allow egress any to any
                }
            '''
            description()
            protect()
            ignore()
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [Projects.LIST]
        for (String project : Projects.of(now)) queries << LxdAcls.list(project)
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        LxdRules.Translation rules = LxdRules.of(declaration, now)
        for (def rule : rules.said().entrySet()) {
            Field field = Field.element(RULE, rule.key.sentence())
            values.put(field, new DesiredValue(field, Field.IN, rule.value.span(), true))
        }
        return new DesiredResource(declaration, values, plain.needs(), rules)
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> acls = []
        List<LxdPeerings.Pair> pairs = LxdPeerings.found(now)
        for (String project : Projects.of(now)) {
            for (JsonNode acl : now.seen().of(LxdAcls.list(project)).value()) {
                if (!RuleReferences.isLease(acl)) acls << found(project, acl, pairs)
            }
        }
        return acls
    }

    private ObservedResource found(String project, JsonNode acl, List<LxdPeerings.Pair> pairs) {
        def config = LxdConfig.of(acl)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        Set<ResourceId> needs = new LinkedHashSet<>()
        for (LxdRule rule : LxdAcls.rules(acl)) {
            values.put(Field.element(RULE, rule.sentence()), Field.IN)
            needs.addAll(RuleReferences.found(rule, project, acl.path('name').asText(), pairs))
        }
        List<String> usedBy = []
        for (JsonNode user : acl.path('used_by')) usedBy << user.asText()
        return new ObservedResource(new ResourceId('acl', project, '', acl.path('name').asText()), values, Mark.of(config), 'Created',
            new ArrayList<>(needs), usedBy, false)
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        return rules(desired).unknown()
    }

    private static LxdRules.Translation rules(DesiredResource desired) {
        return (LxdRules.Translation) desired.reading()
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        return change.action() == Action.CREATE ? ServerLimits.acl(change, now) : []
    }

    /**
     * OVN has the rules for all members. Those of a bridge's network each member has in its own firewall
     * ({@code lxd/network/acl/driver_common.go Update}).
     */
    @Override
    List<String> participants(Change change, PlanningContext now) {
        boolean bridged = change.found().stream().flatMap((ObservedResource f) -> f.usedBy().stream()).anyMatch((String user) -> LxdNetworks.isBridge(user, now))
        return bridged ? now.declared() : []
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return create(change, now)
            case Action.CHANGE: return [update(change, now)]
            default: return remove(change, now)
        }
    }

    private static List<Step> create(Change change, PlanningContext now) {
        String name = change.id().name()
        List<LxdRule> all = rules(change.desired().get()).all()
        List<LxdRule> plain = RuleReferences.without(all)
        def config = LxdConfig.initial(change)
        config.putAll(change.desired().get().mark(now.program().name()).config())
        List<Step> steps = [StepBuilder.on(change, now.lead(), "create acl ${change.id().title()}")
            .post(Projects.in(change.id().project(), '/1.0/network-acls'), LxdAcls.with(LxdConfig.body(config, '').put('name', name), plain))
            .undo("delete acl ${name}")
            .step()]
        if (plain.size() < all.size()) {
            steps << StepBuilder.on(change, now.lead(), "complete the rules of acl ${change.id().title()}")
                .put(LxdAcls.path(change.id()), LxdAcls.with(LxdConfig.body(config, ''), all), null)
                .after(StepBuilder.ids(steps))
                .needs(RuleReferences.desired(all, change.id(), now))
                .undo("delete acl ${name}")
                .step()
        }
        return steps
    }

    private static Step update(Change change, PlanningContext now) {
        List<LxdRule> all = rules(change.desired().get()).all()
        JsonNode before = LxdAcls.seen(change.id(), now).get()
        return StepBuilder.on(change, now.lead(), "${change.verb()} acl ${change.id().title()}")
            .put(LxdAcls.path(change.id()), LxdAcls.with(LxdConfig.whole(change, before, now.program().name()), all), LxdAcls.writable(before))
            .needs(RuleReferences.desired(all, change.id(), now))
            .undo(change.of(RULE) ? "put back: ${LxdAcls.sentences(before)}" : 'put back what the plan shows')
            .step()
    }

    private static List<Step> remove(Change change, PlanningContext now) {
        JsonNode before = LxdAcls.seen(change.id(), now).get()
        String name = change.id().title()
        List<Step> steps = []
        Set<ResourceId> named = new LinkedHashSet<>(change.found().get().needs())
        if (!change.id().project().empty) named.remove(new ResourceId('project', change.id().project()))
        if (RuleReferences.without(LxdAcls.rules(before)).size() < LxdAcls.rules(before).size()) {
            steps << StepBuilder.on(change, now.lead(), "empty acl ${name}")
                .put(LxdAcls.path(change.id()), LxdAcls.with(LxdConfig.writable(before), []), LxdAcls.writable(before))
                .frees(named)
                .undo('declare it again')
                .step()
        }
        steps << StepBuilder.on(change, now.lead(), "remove acl ${name}")
            .delete(LxdAcls.path(change.id()))
            .after(StepBuilder.ids(steps))
            .undo('declare it again')
            .step()
        return steps
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .unmark(LxdAcls.path(change.id()), LxdAcls.writable(LxdAcls.seen(change.id(), now).get())).step()]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        return List.<Probe>of(new AclRulesProbe(desired.id(), rules(desired).all()))
    }
}
