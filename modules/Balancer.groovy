package mcnet.modules

import static mcnet.schema.NamingRule.ADDRESS
import static mcnet.schema.StatementKinds.PORTS

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import java.util.function.UnaryOperator
import mcnet.diagnostic.Diagnostic
import mcnet.diagnostic.Span
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.traffic.BalancerTargets
import mcnet.lxd.traffic.ListenerObjects
import mcnet.lxd.traffic.LxdBalancer
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
import mcnet.probe.HealthCheckProbe
import mcnet.probe.LoadBalancerProbe
import mcnet.probe.PoolPortProbe

/** An address outside whose connections are spread over several instances of one network ({@link ListenerObjects}). */
@CompileStatic
@POJO
class Balancer implements Module {

    private static final String SENDS = 'sends'
    private static final String BACKEND = 'backend'
    private static final ListenerObjects OBJECTS = ListenerObjects.BALANCERS
    /** Names as they are: these texts are read by people. */
    private static final UnaryOperator<String> PLAIN = UnaryOperator.identity()

    @Override
    void declare(Kinds kinds) {
        kinds.resource('balancer', 'An address on the uplink whose connections are distributed over instances of the network.') {
            within 'network'
            naming ADDRESS
            statements PORTS
            partOf 'network', 'load-balancers', 'ovn'
            nameKey 'listen_address'
            since 'network_load_balancer'
            command 'network load-balancer'
            ownKeys()
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  balancer 198.51.100.140 {
                    backend web1 { address = 10.42.1.10 }
                    backend web2 { address = 10.42.1.11 }
                    tcp 80 -> web1, web2
                  }
                }
            '''
            description()
            attribute('address', words('auto'), 'The server chooses the address; the balancer then has a name.') {
                since 'network_allocate_external_ips'
            }
            attribute('health', truth, 'Whether OVN checks its backends and leaves out those that do not answer.') {
                key 'healthcheck'; serverDefault 'false'; since 'network_load_balancer_health_check'
            }
            block('health', 'Health checks in detail.')
            attribute('health.interval', duration(1..3600), 'The time between two checks.') {
                key 'healthcheck.interval'; serverDefault '10s'; since 'network_load_balancer_health_check'
            }
            attribute('health.timeout', duration(1..3600), 'How long an answer may take.') {
                key 'healthcheck.timeout'; serverDefault '30s'; since 'network_load_balancer_health_check'
            }
            attribute('health.up', whole(1..1000), 'How many successful checks mark a backend as up.') {
                key 'healthcheck.success_count'; serverDefault '3'; since 'network_load_balancer_health_check'
            }
            attribute('health.down', whole(1..1000), 'How many failed checks mark it as down.') {
                key 'healthcheck.failure_count'; serverDefault '3'; since 'network_load_balancer_health_check'
            }
            ignore()
        }

        kinds.kind('backend', 'One instance behind a balancer.') {
            within 'balancer'
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  balancer 198.51.100.140 {
                    backend web1 { address = 10.42.1.10  port = 8080 }
                    tcp 80 -> web1
                  }
                }
            '''
            description()
            attribute('address', address, 'The address of the instance.') { required() }
            attribute('port', whole(1..65535), 'The port on the instance; default: the listen port.')
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = []
        if (LxdNetworks.areBalanced(now)) for (ResourceId network : LxdNetworks.everyones(now)) queries << OBJECTS.list(network)
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        Field description = Field.of(LxdConfig.DESCRIPTION)
        DesiredValue text = values.get(description)
        if (text != null) values.put(description, new DesiredValue(description, TrimmedTexts.of(text.value()), text.span(), text.declared()))
        BalancerTargets targets = BalancerTargets.of(declaration, now)
        LxdBalancer content = targets.content()
        for (LxdBalancer.Backend backend : content.named()) put(values, BACKEND, backend.declaration(PLAIN), targets.span(backend))
        for (LxdBalancer.Port port : content.ports()) put(values, SENDS, content.sentence(port, PLAIN), targets.span(port))
        ResourceId network = ListenerObjects.network(plain.id())
        return new DesiredResource(declaration, values, pools(network, content), content)
    }

    private static List<ResourceId> pools(ResourceId network, LxdBalancer content) {
        List<ResourceId> pools = []
        for (String pool : content.pooled().values()) pools << new ResourceId('pool', network.project(), network.name(), pool)
        return pools
    }

    private static void put(Map<Field, DesiredValue> values, String attribute, String element, Span span) {
        Field field = Field.element(attribute, element)
        values.put(field, new DesiredValue(field, Field.IN, span, true))
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> balancers = []
        for (ResourceId network : LxdNetworks.everyones(now)) {
            for (JsonNode balancer : now.seen().of(OBJECTS.list(network)).value()) balancers << found(network, balancer)
        }
        return balancers
    }

    private ObservedResource found(ResourceId network, JsonNode balancer) {
        def config = ListenerObjects.config(balancer)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        LxdBalancer content = LxdBalancer.of(balancer)
        for (LxdBalancer.Backend backend : content.named()) values.put(Field.element(BACKEND, backend.declaration(PLAIN)), Field.IN)
        for (LxdBalancer.Port port : content.ports()) values.put(Field.element(SENDS, content.sentence(port, PLAIN)), Field.IN)
        return new ObservedResource(OBJECTS.id(network, balancer), values, Mark.of(config), 'Created',
            [network] + pools(network, content), [], false)
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        return InsideListeners.refused(desired, now)
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return [OBJECTS.create(change, now, (ObjectNode body) -> content(change.desired().get()).fill(body))]
            case Action.CHANGE: return update(change, now)
            default: return [OBJECTS.remove(change, now)]
        }
    }

    private static List<Step> update(Change change, PlanningContext now) {
        List<String> targets = LxdBalancer.of(OBJECTS.seen(change.id(), now)).addresses()
        return OBJECTS.update(change, now, (ObjectNode body) -> content(change.desired().get()).fill(body), targets)
    }

    private static LxdBalancer content(DesiredResource desired) {
        return (LxdBalancer) desired.reading()
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [OBJECTS.release(change, now)]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        LxdBalancer content = content(desired)
        List<Probe> probes = []
        if (!content.virtual().empty) probes << new LoadBalancerProbe(desired.id(), OBJECTS, content.virtual(), new ArrayList<>(content.pooled().keySet()), '')
        for (def each : content.pooled().entrySet()) probes << new PoolPortProbe(desired.id(), each.key, each.value)
        if (LxdConfig.isTrue(desired.value('health').orElse(''))) probes << HealthCheckProbe.of(desired, content.virtual())
        return probes
    }
}
