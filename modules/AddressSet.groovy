package mcnet.modules

import static mcnet.schema.Family.ANY
import static mcnet.schema.Namespace.NETWORKS
import static mcnet.schema.NamingRule.LABEL

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.lxd.LxdConfig
import mcnet.lxd.project.Projects
import mcnet.lxd.traffic.AddressSets
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
import mcnet.probe.AddressSetProbe

/**
 * Addresses under one name that rules of ACLs use: a change of the set is felt by all of them at once, and their own text
 * stays. The server keeps them as a list of its own beside the config.
 */
@CompileStatic
@POJO
class AddressSet implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('address_set', 'Addresses under one name, for rules of ACLs.') {
            within program, 'project'
            naming LABEL
            namespace NETWORKS
            api 'network-address-sets'
            since AddressSets.EXTENSION
            command 'network address-set'
            ownKeys()
            ruleSubject 5
            inRules '$'
            imported 4
            example '''
                address_set office {
                  addresses = [198.51.100.0/24, 2001:db8:1::/48]
                }

                acl web {
                  allow ingress tcp 22 from address_set office
                }
            '''
            description()
            attribute('addresses', list(either(address, subnet, range(ANY))), 'The addresses, networks and ranges in it.') {
                key AddressSets.ADDRESSES; serverDefault 'none'
            }
            protect()
            ignore()
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [Projects.LIST]
        if (AddressSets.areOffered(now)) for (String project : Projects.of(now)) queries << AddressSets.list(project)
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        Field field = Field.of(AddressSets.ADDRESSES)
        DesiredValue said = values.get(field)
        if (said != null) values.put(field, new DesiredValue(field, AddressSets.normal(said.value()), said.span(), said.declared()))
        return new DesiredResource(declaration, values, plain.needs())
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> sets = []
        for (String project : Projects.of(now)) {
            for (JsonNode set : now.seen().of(AddressSets.list(project)).value()) sets << found(project, set)
        }
        return sets
    }

    private ObservedResource found(String project, JsonNode set) {
        def config = LxdConfig.of(AddressSets.keyed(set))
        List<String> usedBy = []
        for (JsonNode user : set.path('used_by')) usedBy << user.asText()
        return new ObservedResource(new ResourceId(kind().name(), project, '', set.path('name').asText()), LxdConfig.values(config, kind()),
            Mark.of(config), 'Created', [], usedBy, false)
    }

    /** OVN has the sets for all members ({@code internal/server/network/address-set/driver_common.go Update}). */
    @Override
    List<String> participants(Change change, PlanningContext now) {
        return []
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        String name = change.id().title()
        if (change.action() == Action.REMOVE) {
            return [StepBuilder.on(change, now.lead(), "remove address_set ${name}").delete(AddressSets.path(change.id())).undo('declare it again').step()]
        }
        if (change.action() == Action.CREATE) {
            def config = LxdConfig.initial(change)
            config.putAll(change.desired().get().mark(now.program().name()).config())
            return [StepBuilder.on(change, now.lead(), "create address_set ${name}")
                .post(Projects.in(change.id().project(), '/1.0/network-address-sets'), AddressSets.body(LxdConfig.body(config, '')).put('name', change.id().name()))
                .undo("delete address_set ${name}").step()]
        }
        JsonNode before = AddressSets.seen(change.id(), now).get()
        return [StepBuilder.on(change, now.lead(), "${change.verb()} address_set ${name}")
            .put(AddressSets.path(change.id()), AddressSets.body(LxdConfig.whole(change, AddressSets.keyed(before), now.program().name())), AddressSets.writable(before))
            .undo('put back what the plan shows').step()]
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        JsonNode before = AddressSets.seen(change.id(), now).get()
        boolean adopted = change.found().flatMap((ObservedResource f) -> f.mark()).flatMap((Mark mark) -> mark.adopted()).present
        ObjectNode body = LxdConfig.released(AddressSets.keyed(before), change)
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .put(AddressSets.path(change.id()), adopted ? AddressSets.bare(body) : AddressSets.body(body), AddressSets.writable(before))
            .undo('declare it and adopt it').step()]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        String addresses = desired.value(AddressSets.ADDRESSES).orElse(null)
        return addresses == null ? [] : List.<Probe>of(new AddressSetProbe(desired.id(), addresses))
    }
}
