package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.Family.IPV6

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.lxd.LxdConfig
import mcnet.lxd.zone.LxdZones
import mcnet.lxd.zone.ZoneRecords
import mcnet.model.Declaration
import mcnet.model.DeclaredEntry
import mcnet.model.Setting
import mcnet.model.ZoneEntry
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
 * A name in a zone with its entries, beside the names that the server puts there by itself. The entries are replaced as a
 * whole. Members do not hear of it: each reads the database when it is asked ({@code lxd/network/zone/record.go}).
 */
@CompileStatic
@POJO
class Record implements Module {

    private static final String TTL = 'ttl'

    @Override
    void declare(Kinds kinds) {
        kinds.resource('record', 'A name in the zone and its records.') {
            within 'zone'
            partOf 'zone', 'records'
            since 'network_dns_records'
            command 'network zone record'
            ownKeys()
            example '''
                zone shop.example.org {
                  record www { a = [198.51.100.140]  ttl = 5m }
                  record mail { mx = ["10 mx1.example.org."]  txt = ["v=spf1 mx -all"] }
                }
            '''
            description()
            attribute('a', list(address(IPV4)), 'Its IPv4 addresses.')
            attribute('aaaa', list(address(IPV6)), 'Its IPv6 addresses.')
            attribute('cname', text, 'The name that it is an alias of.')
            attribute('mx', list(text), 'Its mail servers, the preference first.')
            attribute('txt', list(text), 'Free texts, each as it is: mcnet adds the quotes of zone files.')
            attribute('srv', list(text), 'Where to find a service: priority, weight, port, name.')
            attribute('ns', list(text), 'Name servers of a delegated zone.')
            attribute('ptr', list(text), 'The names of an address.')
            attribute('entries', list(text), 'Entries of other types, as in a zone file: "CAA 0 issue \\"ca.example.org\\"", the TTL in front if it has its own.')
            attribute('ttl', duration, 'How long the answer may be cached.') { serverDefault '5m' }
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = []
        for (ResourceId zone : LxdZones.withRecords(now)) queries << ZoneRecords.list(zone)
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        long ttl = ZoneRecords.ttl(declaration, plain.id(), now)
        declaration.setting(TTL).ifPresent((Setting said) -> values.put(Field.of(TTL), new DesiredValue(Field.of(TTL), said.value().text(), said.span(), true)))
        for (DeclaredEntry each : DeclaredEntry.of(declaration, ttl)) {
            Field field = ZoneRecords.field(each.entry(), ttl)
            values.put(field, new DesiredValue(field, Field.IN, each.value().span(), true))
        }
        return new DesiredResource(declaration, values, [ZoneRecords.zone(plain.id())])
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> records = []
        for (ResourceId zone : LxdZones.withRecords(now)) {
            for (JsonNode record : now.seen().of(ZoneRecords.list(zone)).value()) records << found(zone, record)
        }
        return records
    }

    private ObservedResource found(ResourceId zone, JsonNode record) {
        def config = LxdConfig.of(record)
        List<ZoneEntry> entries = ZoneRecords.entries(record)
        long ttl = ZoneRecords.usualTtl(entries)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        if (ttl != 0) values.put(Field.of(TTL), ttl.toString())
        for (ZoneEntry entry : entries) values.put(ZoneRecords.field(entry, ttl), Field.IN)
        return new ObservedResource(new ResourceId('record', zone.project(), zone.name(), record.path('name').asText()), values,
            Mark.of(config), 'Created', [zone], [], false)
    }

    @Override
    List<String> participants(Change change, PlanningContext now) {
        return []
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        ResourceId id = change.id()
        if (change.action() == Action.REMOVE) {
            return [StepBuilder.on(change, now.lead(), "remove record ${id.title()}").delete(ZoneRecords.path(id)).undo('declare it again').step()]
        }
        Declaration declaration = change.desired().get().declaration()
        List<ZoneEntry> entries = DeclaredEntry.of(declaration, ZoneRecords.ttl(declaration, id, now)).stream()
            .map((DeclaredEntry each) -> each.entry()).toList()
        if (change.action() == Action.CREATE) {
            def config = LxdConfig.initial(change)
            config.putAll(change.desired().get().mark(now.program().name()).config())
            ObjectNode body = LxdConfig.body(config, '').put('name', id.name())
            return [StepBuilder.on(change, now.lead(), "create record ${id.title()}")
                .post(ZoneRecords.path(new ResourceId(id.kind(), id.project(), id.network(), '')), ZoneRecords.with(body, entries))
                .undo("delete record ${id.name()} of zone ${id.network()}").step()]
        }
        JsonNode before = ZoneRecords.seen(id, now).get()
        ObjectNode body = LxdConfig.whole(change, before, now.program().name())
        return [StepBuilder.on(change, now.lead(), "${change.verb()} record ${id.title()}")
            .put(ZoneRecords.path(id), ZoneRecords.with(body, entries), writable(before))
            .undo('put back what the plan shows').step()]
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .unmark(ZoneRecords.path(change.id()), writable(ZoneRecords.seen(change.id(), now).get())).step()]
    }

    private static ObjectNode writable(JsonNode record) {
        return LxdConfig.writable(record, 'entries')
    }
}
