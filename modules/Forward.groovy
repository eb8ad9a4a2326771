package mcnet.modules

import mcnet.lxd.server.Servers
import static mcnet.schema.NamingRule.ADDRESS
import static mcnet.schema.StatementKinds.PORTS
import static mcnet.schema.StatementKinds.REST

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import inet.ipaddr.IPAddress
import mcnet.diagnostic.Diagnostic
import mcnet.diagnostic.Label
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.Paths
import mcnet.product.Server
import mcnet.lxd.traffic.ForwardPorts
import mcnet.lxd.traffic.LxdPort
import mcnet.lxd.traffic.SubjectAddresses
import mcnet.lxd.traffic.TrimmedTexts
import mcnet.lxd.uplink.LiveRoutes
import mcnet.model.Declaration
import mcnet.model.Ip
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
import mcnet.probe.LoadBalancerProbe

/**
 * An address outside that leads to instances inside of one network. Its address is its name on the server and cannot
 * change; its ports are replaced as a whole. The server looks at no ETag here, so it is read again before each write.
 *
 * LXD moves a network to another prefix only while no forward leads into the old one
 * ({@code lxd/network/driver_ovn.go Validate}): such a forward is emptied first and filled again then.
 */
@CompileStatic
@POJO
class Forward implements Module {

    private static final String SENDS = 'sends'
    private static final String TARGET = 'otherwise'
    /**
     * The name of a forward whose address the server chose. It is no mark, and stays when the forward is released: by
     * nothing else would a file find it that says {@code address = auto}.
     */
    private static final String NAME = 'user.mcnet.name'
    /** The API extension of forwards that listen inside of their own network. */
    private static final String INSIDE = 'ovn_internal_load_balancer'

    @Override
    void declare(Kinds kinds) {
        kinds.resource('forward', 'An address on the uplink whose ports are forwarded to instances of the network.') {
            within 'network'
            naming ADDRESS
            statements PORTS, REST
            partOf 'network', 'forwards', 'ovn', 'bridge'
            nameKey 'listen_address'
            since 'network_forward'
            command 'network forward'
            ownKeys 'network-forward', 'forwards'
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  forward 198.51.100.140 {
                    tcp 80, 443 -> 10.42.1.10
                  }
                }
            '''
            description()
            attribute('address', words('auto'), 'The server chooses the address; the forward then has a name.') {
                since 'network_allocate_external_ips'
            }
            attribute('otherwise', text, 'Target for all other traffic.') { key 'target_address'; serverDefault 'nowhere'; statement() }
            ignore()
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = []
        for (ResourceId network : LxdNetworks.everyones(now)) queries << list(network)
        return queries
    }

    private static Query list(ResourceId network) {
        return LxdNetworks.forwards(network)
    }

    private static ResourceId network(ResourceId forward) {
        return new ResourceId('network', forward.project(), '', forward.network())
    }

    private static String path(ResourceId forward, String address) {
        return LxdNetworks.path(network(forward), '/forwards/' + Paths.encode(address))
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        Field description = Field.of(LxdConfig.DESCRIPTION)
        DesiredValue said = values.get(description)
        if (said != null) values.put(description, new DesiredValue(description, TrimmedTexts.of(said.value()), said.span(), said.declared()))
        for (def port : ForwardPorts.of(declaration, now).entrySet()) {
            Field field = Field.element(SENDS, port.key.sentence())
            values.put(field, new DesiredValue(field, Field.IN, port.value.span(), true))
        }
        ForwardPorts.Rest rest = ForwardPorts.rest(declaration, now).orElse(null)
        if (rest != null) values.put(Field.of(TARGET), new DesiredValue(Field.of(TARGET), rest.address(), rest.sentence().span(), true))
        return new DesiredResource(declaration, values, [])
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> forwards = []
        for (ResourceId network : LxdNetworks.everyones(now)) {
            for (JsonNode forward : now.seen().of(list(network)).value()) forwards << found(network, forward)
        }
        return forwards
    }

    private ObservedResource found(ResourceId network, JsonNode forward) {
        def config = LxdConfig.of(forward)
        String address = LxdPort.address(forward.path('listen_address').asText())
        String name = config.getOrDefault(NAME, address)
        config.remove(NAME)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        if (values.containsKey(Field.of(TARGET))) values.put(Field.of(TARGET), LxdPort.address(config.get('target_address')))
        for (LxdPort port : ports(forward)) values.put(Field.element(SENDS, port.sentence()), Field.IN)
        return new ObservedResource(new ResourceId('forward', network.project(), network.name(), name), values, Mark.of(config),
            'Created', [network], [], false)
    }

    private static List<LxdPort> ports(JsonNode forward) {
        List<LxdPort> ports = []
        for (JsonNode port : forward.path('ports')) ports << LxdPort.of(port)
        return ports
    }

    /**
     * Inside of its own network a forward listens where the uplink routes the address, or on newer servers; these refuse
     * the router's own one ({@code lxd/network/driver_ovn.go checkInternalAddressNotInUse}).
     */
    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        IPAddress listen = Ip.read(desired.id().name())
        if (listen == null) return []
        String family = listen.IPv6 ? 'ipv6' : 'ipv4'
        IPAddress inside = new SubjectAddresses(now, desired.id().project()).ofNetwork(desired.id().network(), family).orElse(null)
        if (inside == null || !inside.toPrefixBlock().contains(listen)) return LiveRoutes.outside(desired, listen, family, now)
        List<Diagnostic> wrong = []
        boolean routed = LiveRoutes.hold(desired, listen, family, now)
        boolean router = inside.withoutPrefixLength() == listen
        for (Server server : Servers.all(now)) {
            if (wrong.empty && router && !server.lacks(INSIDE)) {
                wrong << Diagnostic.error('MC0769', "${server.title()} does not allow a forward on the router's address of its own network", new Label(desired.declaration().span(), ''))
                    .why("${server.member()} would say: Listen address \"${desired.id().name()}\" is already in use by \"${family}.address\" of network \"${desired.id().network()}\"")
                    .fix('use another listen address')
            }
            if (wrong.empty && !routed && server.lacks(INSIDE)) {
                wrong << Diagnostic.error('MC0746', "${server.member()} does not support forwards on addresses of their own network", new Label(desired.declaration().span(), ''))
                    .why("a listen address inside the network that its uplink does not route needs the API extension ${INSIDE}, which version ${server.version()} does not have")
                    .fix("use a listen address in the uplink's routes, or upgrade the server on all members")
            }
        }
        return wrong
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return [create(change, now)]
            case Action.CHANGE: return update(change, now)
            default: return [remove(change, now)]
        }
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        JsonNode forward = seen(change.id(), now)
        ObjectNode held = LxdConfig.writable(forward, 'ports')
        ObjectNode body = LxdConfig.released(held, change)
        String name = held.path('config').path(NAME).asText()
        if (!name.empty) body.withObject('/config').put(NAME, name)
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .put(path(change.id(), forward.path('listen_address').asText()), body, held)
            .undo('declare it and adopt it').step()]
    }

    private static Step create(Change change, PlanningContext now) {
        ResourceId id = change.id()
        boolean chosen = change.desired().get().declaration().has('address')
        def config = LxdConfig.initial(change)
        config.putAll(change.desired().get().mark(now.program().name()).config())
        if (chosen) config.put(NAME, id.name())
        ObjectNode body = LxdConfig.body(config, '').put('listen_address', chosen ? unspecified(id, now) : id.name())
        return StepBuilder.on(change, now.lead(), "create forward ${id.title()}")
            .post(LxdNetworks.path(network(id), '/forwards'), fill(body, wantedPorts(change, now)))
            .needs(Set.of(network(id)))
            .undo("delete forward ${id.name()} of network ${id.network()}")
            .step()
    }

    /** Of the network's first family. */
    private static String unspecified(ResourceId id, PlanningContext now) {
        return new SubjectAddresses(now, id.project()).ofNetwork(id.network(), 'ipv4').present ? '0.0.0.0' : '::'
    }

    private static List<Step> update(Change change, PlanningContext now) {
        JsonNode before = seen(change.id(), now)
        ObjectNode body = fill(LxdConfig.whole(change, before, now.program().name()), wantedPorts(change, now))
        String address = before.path('listen_address').asText()
        List<Step> steps = []
        ObjectNode held = LxdConfig.writable(before, 'ports')
        if (isLeftBehind(change, before, now)) {
            ObjectNode empty = fill(LxdConfig.writable(before), [])
            empty.withObject('/config').remove('target_address')
            steps << StepBuilder.on(change, now.lead(), "empty forward ${change.id().title()}")
                .put(path(change.id(), address), empty, held)
                .precedes(Set.of(network(change.id())))
                .interrupts("connections to ${address}, until the network has moved")
                .undo('put back what the plan shows')
                .step()
            held = null
        }
        steps << StepBuilder.on(change, now.lead(), "${change.verb()} forward ${change.id().title()}")
            .put(path(change.id(), address), body, held)
            .after(StepBuilder.ids(steps))
            .needs(Set.of(network(change.id())))
            .undo('put back what the plan shows')
            .step()
        return steps
    }

    /** Something it leads to is no address of the network as it will be. */
    private static boolean isLeftBehind(Change change, JsonNode before, PlanningContext now) {
        List<String> targets = new ArrayList<>(ports(before).stream().map((LxdPort p) -> p.target()).toList())
        String rest = before.path('config').path('target_address').asText()
        if (!rest.empty) targets << rest
        String family = before.path('listen_address').asText().contains(':') ? 'ipv6' : 'ipv4'
        IPAddress network = new SubjectAddresses(now, change.id().project()).ofNetwork(change.id().network(), family).orElse(null)
        return network != null && targets.stream().anyMatch((String t) -> !isIn(network, t))
    }

    private static boolean isIn(IPAddress network, String target) {
        IPAddress address = Ip.read(target)
        return address != null && network.toPrefixBlock().contains(address)
    }

    private static Step remove(Change change, PlanningContext now) {
        String address = seen(change.id(), now).path('listen_address').asText()
        return StepBuilder.on(change, now.lead(), "remove forward ${change.id().title()}")
            .delete(path(change.id(), address))
            .precedes(Set.of(network(change.id())))
            .interrupts("connections to ${address}")
            .undo('declare it again')
            .step()
    }

    private static List<LxdPort> wantedPorts(Change change, PlanningContext now) {
        return ForwardPorts.of(change.desired().get().declaration(), now).keySet().toList()
    }

    private static ObjectNode fill(ObjectNode body, List<LxdPort> ports) {
        ArrayNode list = body.putArray('ports')
        for (LxdPort port : ports) list.add(port.json())
        return body
    }

    private static JsonNode seen(ResourceId id, PlanningContext now) {
        return now.seen().of(list(network(id))).value().valueStream().filter((JsonNode forward) -> LxdPort.address(forward.path('listen_address').asText()) == id.name()
            || forward.path('config').path(NAME).asText() == id.name()).findFirst().get()
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        return List.<Probe>of(new LoadBalancerProbe(desired.id(), new ArrayList<>(ForwardPorts.of(desired.declaration(), now).keySet()),
            desired.value(TARGET).orElse('')))
    }
}
