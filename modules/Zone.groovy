package mcnet.modules

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
import mcnet.observe.Query
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.NamingRule
import mcnet.schema.Type

/**
 * Names of instances and records of one's own, served by the cluster to other name servers
 * ({@code lxd/network/zone/zone.go}).
 */
@CompileStatic
@POJO
class Zone implements Module {

    @Override
    List<Kind> kinds() {
        Kind secondary = Kind.of('secondary', 'A name server that may fetch the zone.')
            .within('zone')
            .naming(NamingRule.KEY)
            .with(new Attribute('address', new Type.Address(Family.ANY), 'The address that its requests come from.').mandatory().key('address'))
            .with(new Attribute('key', new Type.Secret(), 'Its TSIG key.').key('key'))
        return [
            Kind.of('zone', 'A DNS zone, forward by its domain, reverse by its network: zone 10.42.1.0/24 { }.')
                .within(',project')
                .naming(NamingRule.ZONE)
                .module(Zone.name)
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('nameservers', new Type.ListOf(new Type.Text()), 'The name servers of the zone (NS records).')
                    .key('dns.nameservers').serverDefault('none'))
                .with(new Attribute('nat', new Type.Truth(), 'Whether the zone contains addresses behind NAT.').key('network.nat').serverDefault('true'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect'))
                .with(Attribute.IGNORE)
                .part('peers.', secondary),
            secondary,

            Kind.of('record', 'A name in the zone and its records.')
                .within('zone')
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('a', new Type.ListOf(new Type.Address(Family.IPV4)), 'Its IPv4 addresses.'))
                .with(new Attribute('aaaa', new Type.ListOf(new Type.Address(Family.IPV6)), 'Its IPv6 addresses.'))
                .with(new Attribute('cname', new Type.Text(), 'The name that it is an alias of.'))
                .with(new Attribute('mx', new Type.ListOf(new Type.Text()), 'Its mail servers, the preference first.'))
                .with(new Attribute('txt', new Type.ListOf(new Type.Text()), 'Free texts.'))
                .with(new Attribute('srv', new Type.ListOf(new Type.Text()), 'Where to find a service.'))
                .with(new Attribute('ns', new Type.ListOf(new Type.Text()), 'Name servers of a delegated zone.'))
                .with(new Attribute('ptr', new Type.ListOf(new Type.Text()), 'The names of an address.'))
                .with(new Attribute('ttl', new Type.Duration(), 'How long the answer may be cached.').serverDefault('5m')),
        ]
    }

    @Override
    List<Query> questions(PlanningContext now) {
        return LxdZones.questions(now)
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

    /** The records of a zone go with it. */
    @Override
    List<ObservedResource> parts(PlanningContext now) {
        return LxdZones.records(now)
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
