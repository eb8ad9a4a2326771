package mcnet.modules

import static mcnet.schema.NamingRule.LABEL

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.traffic.ListenerObjects
import mcnet.lxd.traffic.LxdPools
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
import mcnet.plan.ResourceId
import mcnet.plan.Step

/**
 * Instances behind balancers of their network: the server finds their addresses when they start
 * ({@code lxd/network/driver_ovn.go checkLoadBalancerPoolInstances}). It looks at no ETag here.
 */
@CompileStatic
@POJO
class Pool implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('pool', 'Instances that balancers of the network distribute connections over; the server finds their addresses.') {
            within 'network'
            naming LABEL
            partOf 'network', 'load-balancer-pools', 'ovn'
            since LxdPools.EXTENSION
            command 'network load-balancer pool'
            ownKeys()
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  pool shop { port = 8080  instances = [shop-1, shop-2] }
                  balancer 198.51.100.140 { tcp 80 -> shop }
                }
            '''
            description()
            attribute('port', whole(1..65535), 'The port on each instance.') { required(); key 'target_port' }
            attribute('protocol', words('tcp', 'udp'), 'The protocol that is balanced.') { key 'protocol'; serverDefault 'tcp' }
            attribute('instances', list(label), 'The instances, of the network\'s project.') {
                key LxdPools.INSTANCES; serverDefault 'none'; keptOnRelease()
            }
            ignore()
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = []
        if (LxdPools.areOffered(now)) for (ResourceId network : LxdNetworks.everyones(now)) queries << LxdPools.list(network)
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        Field field = Field.of(LxdPools.INSTANCES)
        DesiredValue said = values.get(field)
        if (said != null) values.put(field, new DesiredValue(field, String.join(',', new TreeSet<String>(List.of(said.value().split(',')))), said.span(), said.declared()))
        return new DesiredResource(declaration, values, [ListenerObjects.network(plain.id())])
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> pools = []
        for (ResourceId network : LxdNetworks.everyones(now)) {
            for (JsonNode pool : now.seen().of(LxdPools.list(network)).value()) {
                def config = LxdConfig.of(LxdPools.keyed(pool))
                ResourceId id = new ResourceId(kind().name(), network.project(), network.name(), pool.path('name').asText())
                pools << new ObservedResource(id, LxdConfig.values(config, kind()), Mark.of(config), 'Created', [network], [], false)
            }
        }
        return pools
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        ResourceId id = change.id()
        Set<ResourceId> network = Set.of(ListenerObjects.network(id))
        if (change.action() == Action.REMOVE) {
            return [StepBuilder.on(change, now.lead(), "remove pool ${id.title()}").delete(LxdPools.path(id)).precedes(network).undo('declare it again').step()]
        }
        if (change.action() == Action.CREATE) {
            def config = LxdConfig.initial(change)
            config.putAll(change.desired().get().mark(now.program().name()).config())
            return [StepBuilder.on(change, now.lead(), "create pool ${id.title()}")
                .post(LxdPools.collection(id), LxdPools.body(LxdConfig.body(config, '')).put('name', id.name()))
                .undo("delete pool ${id.name()} of network ${id.network()}").step()]
        }
        JsonNode before = LxdPools.seen(id, now)
        return [StepBuilder.on(change, now.lead(), "${change.verb()} pool ${id.title()}")
            .put(LxdPools.path(id), LxdPools.body(LxdConfig.whole(change, LxdPools.keyed(before), now.program().name())), LxdPools.writable(before))
            .undo('put back what the plan shows').step()]
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        JsonNode before = LxdPools.seen(change.id(), now)
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .put(LxdPools.path(change.id()), LxdPools.body(LxdConfig.released(LxdPools.keyed(before), change)), LxdPools.writable(before))
            .undo('declare it and adopt it').step()]
    }
}
