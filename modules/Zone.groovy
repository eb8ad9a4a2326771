package mcnet.modules

import static mcnet.schema.Namespace.ZONES
import static mcnet.schema.NamingRule.ZONE

import com.fasterxml.jackson.databind.JsonNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.lxd.LxdConfig
import mcnet.lxd.project.ProjectNamespace
import mcnet.lxd.project.Projects
import mcnet.lxd.zone.LxdZones
import mcnet.lxd.zone.ReverseZones
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.ResourceId
import mcnet.plan.Step

/**
 * Names of instances and records of one's own, served by the cluster to other name servers
 * ({@code lxd/network/zone/zone.go}).
 */
@CompileStatic
@POJO
class Zone implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('zone', 'A DNS zone, forward by its domain, reverse by its network: zone 10.42.1.0/24 { }.') {
            within program, 'project'
            naming ZONE
            namespace ZONES
            api 'network-zones'
            command 'network zone'
            ownKeys 'network-zone', 'zones'
            imported 2
            example '''
                zone shop.example.org {
                  nameservers = ["ns1.example.org"]
                  secondary ns1 { address = 198.51.100.53 }
                }
            '''
            description()
            attribute('nameservers', list(text), 'The name servers of the zone (NS records).') { key 'dns.nameservers'; serverDefault 'none' }
            attribute('contact', label, 'Who is responsible for the zone, as its SOA record says it: hostmaster.example.org.') {
                key 'dns.contact'; serverDefault 'hostmaster of the zone'; since 'network_zones_dns_contact'
            }
            attribute('nat', truth, 'Whether the zone contains addresses behind NAT.') { key 'network.nat'; serverDefault 'true' }
            protect()
            ignore()
            part('peers.', 'secondary', 'A name server that may fetch the zone.') {
                example '''
                    zone shop.example.org {
                      secondary ns1 { address = 198.51.100.53  key = secret("env:NS1_KEY") }
                    }
                '''
                attribute('address', address, 'The address that its requests come from.') { required(); key 'address' }
                attribute('key', secret, 'Its TSIG key.') { key 'key' }
            }
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        return LxdZones.queries(now)
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> zones = []
        for (String project : Projects.of(now, ProjectNamespace.ZONES)) {
            for (JsonNode zone : now.seen().of(LxdZones.list(project)).value()) {
                def config = LxdConfig.of(zone)
                ResourceId id = new ResourceId('zone', project, '', ReverseZones.written(zone.path('name').asText()))
                zones << new ObservedResource(id, LxdConfig.values(config, kind()), Mark.of(config), 'Created', [], LxdZones.users(id, zone, now), false)
            }
        }
        return zones
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        return change.action() == Action.CREATE ? LxdZones.taken(change, now) : []
    }

    /** LXD tells all members of a zone's change, and none of a creation or a removal ({@code lxd/network/zone/zone.go}). */
    @Override
    List<String> participants(Change change, PlanningContext now) {
        return change.action() in [Action.CREATE, Action.REMOVE] ? [] : now.declared()
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        String name = change.id().title()
        if (change.action() == Action.REMOVE) {
            return [StepBuilder.on(change, now.lead(), "remove zone ${name}").delete(LxdZones.path(change.id())).undo('declare it again').step()]
        }
        if (change.action() == Action.CREATE) {
            def config = LxdConfig.initial(change)
            config.putAll(change.desired().get().mark(now.program().name()).config())
            return [StepBuilder.on(change, now.lead(), "create zone ${name}")
                .post(Projects.in(change.id().project(), '/1.0/network-zones'), LxdConfig.body(config, '').put('name', ReverseZones.server(change.id().name())))
                .replaces(LxdZones.namesakes(change.id(), now))
                .undo("delete zone ${name}").step()]
        }
        JsonNode before = LxdZones.seen(change.id(), now).get()
        return [StepBuilder.on(change, now.lead(), "${change.verb()} zone ${name}")
            .put(LxdZones.path(change.id()), LxdConfig.whole(change, before, now.program().name()), LxdConfig.writable(before))
            .undo('put back what the plan shows').step()]
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .unmark(LxdZones.path(change.id()), LxdConfig.writable(LxdZones.seen(change.id(), now).get())).step()]
    }
}
