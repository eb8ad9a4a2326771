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
import mcnet.diagnostic.Diagnostic
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.traffic.ForwardPorts
import mcnet.lxd.traffic.ListenerObjects
import mcnet.lxd.traffic.LxdPort
import mcnet.lxd.traffic.TrimmedTexts
import mcnet.lxd.traffic.VirtualPort
import mcnet.lxd.uplink.InsideListeners
import mcnet.model.Declaration
import mcnet.module.DesiredAttributes
import mcnet.module.Module
import mcnet.module.PlanningContext
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

/** An address outside that leads to instances inside of one network ({@link ListenerObjects}). */
@CompileStatic
@POJO
class Forward implements Module {

    private static final String SENDS = 'sends'
    private static final String TARGET = 'otherwise'
    private static final ListenerObjects OBJECTS = ListenerObjects.FORWARDS

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
        for (ResourceId network : LxdNetworks.everyones(now)) queries << OBJECTS.list(network)
        return queries
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
            for (JsonNode forward : now.seen().of(OBJECTS.list(network)).value()) forwards << found(network, forward)
        }
        return forwards
    }

    private ObservedResource found(ResourceId network, JsonNode forward) {
        def config = ListenerObjects.config(forward)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        if (values.containsKey(Field.of(TARGET))) values.put(Field.of(TARGET), LxdPort.address(config.get('target_address')))
        for (LxdPort port : ports(forward)) values.put(Field.element(SENDS, port.sentence()), Field.IN)
        return new ObservedResource(OBJECTS.id(network, forward), values, Mark.of(config), 'Created', [network], [], false)
    }

    private static List<LxdPort> ports(JsonNode forward) {
        List<LxdPort> ports = []
        for (JsonNode port : forward.path('ports')) ports << LxdPort.of(port)
        return ports
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        return InsideListeners.refused(desired, now)
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return [OBJECTS.create(change, now, (ObjectNode body) -> fill(body, change, now))]
            case Action.CHANGE: return OBJECTS.update(change, now, (ObjectNode body) -> fill(body, change, now), targets(change, now))
            default: return [OBJECTS.remove(change, now)]
        }
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [OBJECTS.release(change, now)]
    }

    private static List<String> targets(Change change, PlanningContext now) {
        JsonNode before = OBJECTS.seen(change.id(), now)
        List<String> targets = new ArrayList<>(ports(before).stream().map((LxdPort p) -> p.target()).toList())
        String rest = before.path('config').path('target_address').asText()
        if (!rest.empty) targets << rest
        return targets
    }

    private static ObjectNode fill(ObjectNode body, Change change, PlanningContext now) {
        ArrayNode list = body.putArray('ports')
        for (LxdPort port : ForwardPorts.of(change.desired().get().declaration(), now).keySet()) list.add(port.json())
        return body
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        List<VirtualPort> ports = []
        for (LxdPort port : ForwardPorts.of(desired.declaration(), now).keySet()) ports << port.virtual()
        return List.<Probe>of(new LoadBalancerProbe(desired.id(), OBJECTS, ports, [], desired.value(TARGET).orElse('')))
    }
}
