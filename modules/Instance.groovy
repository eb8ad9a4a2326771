package mcnet.modules

import static mcnet.schema.Namespace.INSTANCES
import static mcnet.schema.NamingRule.HOSTNAME

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.diagnostic.Label
import mcnet.diagnostic.ShellWords
import mcnet.lxd.LxdConfig
import mcnet.lxd.MemberAvailability
import mcnet.lxd.Paths
import mcnet.lxd.nic.NicRestoration
import mcnet.lxd.nic.Nics
import mcnet.lxd.nic.OriginalNics
import mcnet.lxd.project.ProjectNamespace
import mcnet.lxd.project.Projects
import mcnet.model.Declaration
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Answer
import mcnet.observe.Query
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.Field
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.BridgePortProbe
import mcnet.probe.NicPortProbe
import mcnet.schema.Attribute

/**
 * The NICs of an instance that exists; mcnet never makes or removes an instance. A NIC that a profile brings is copied
 * into the instance first, as {@code lxc config device override} does, and taken out again when it is declared no more.
 */
@CompileStatic
@POJO
class Instance implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('instance', 'The NICs of an instance that exists.') {
            within program, 'project'
            naming HOSTNAME
            namespace INSTANCES
            api 'instances'
            command 'config'
            ruleSubjectAndFlowEnd 3
            importedIfManaged 7
            example '''
                instance web1 {
                  nic eth0 { network = web  ipv4 { address = 10.42.1.10 } }
                }
            '''
            ignore()
        }
    }

    @Override
    Optional<Attribute> attribute(String field) {
        Optional<Attribute> own = kind().field(field)
        return own.present ? own : Nics.attribute(field)
    }

    /** An instance is its owner's, but for the NICs that the file declares. */
    @Override
    boolean covers(DesiredResource desired, Field field) {
        return field.attribute().replaceFirst('\\..*', '') in Nics.names(desired)
    }

    /** Its NICs stand on networks and carry ACLs. */
    @Override
    List<String> follows() {
        return ['network', 'acl']
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [Projects.LIST]
        for (Declaration instance : now.program().all('instance').toList()) queries << one(id(instance))
        for (String project : Projects.of(now, ProjectNamespace.INSTANCES)) queries << ours(project, now)
        return queries
    }

    private static ResourceId id(Declaration instance) {
        return new ResourceId('instance', instance.inside().project(), '', instance.name())
    }

    private static Query one(ResourceId id) {
        return Query.cluster(path(id))
    }

    private static String path(ResourceId id) {
        return Projects.in(id.project(), '/1.0/instances/' + Paths.encode(id.name()))
    }

    /** Those that the program has looked after. */
    private static Query ours(String project, PlanningContext now) {
        String filter = Paths.encode('config.user.mcnet.program eq ' + now.program().name())
        return Query.cluster(Projects.in(project, '/1.0/instances?recursion=1&filter=' + filter))
    }

    @Override
    Optional<String> unknown(Declaration declaration, PlanningContext now) {
        ResourceId id = id(declaration)
        Optional<String> unanswered = MemberAvailability.unanswered(one(id), now)
        return unanswered.present ? unanswered : unasked(id, now)
    }

    private static Optional<String> unasked(ResourceId id, PlanningContext now) {
        if (now.seen().knows(one(id)) || find(id, now).present) return Optional.empty()
        return Optional.of('the observation does not say whether it exists')
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        return Nics.desired(declaration, now)
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        SequencedMap<ResourceId, ObservedResource> found = new LinkedHashMap<>()
        for (Declaration declared : now.program().all('instance').toList()) {
            Answer answer = now.seen().of(one(id(declared)))
            if (answer.ok()) found.put(id(declared), of(id(declared), answer.value(), now))
        }
        for (String project : Projects.of(now, ProjectNamespace.INSTANCES)) {
            for (JsonNode instance : now.seen().of(ours(project, now)).value()) {
                ResourceId id = new ResourceId('instance', project, '', instance.path('name').asText())
                if (!found.containsKey(id)) found.put(id, of(id, instance, now))
            }
        }
        return new ArrayList<>(found.values())
    }

    private static ObservedResource of(ResourceId id, JsonNode instance, PlanningContext now) {
        SequencedMap<Field, String> values = Nics.values(Nics.effective(instance))
        ObservedResource found = new ObservedResource(id, values, Mark.of(LxdConfig.of(instance)), 'Created',
            new ArrayList<>(Nics.needs(instance.path('devices'), Projects.networksOf(id.project(), now))), [], true)
        Mark mark = found.mark().orElse(null)
        return mark == null ? found : found.originally(OriginalNics.of(instance.path('config')).values(mark, values))
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        if (!now.seen().of(one(desired.id())).absent()) return []
        return [Diagnostic.error('MC0743', "${desired.id()} does not exist on the cluster",
            new Label(desired.declaration().span(), ''))
            .why('mcnet connects existing instances to networks; it does not create instances')
            .fix("create it first: lxc launch IMAGE ${ShellWords.quoted(desired.id().name())}; or remove the declaration")]
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        return NicRestoration.obstacles(change, now)
    }

    /** The one that it is on. */
    @Override
    List<String> participants(Change change, PlanningContext now) {
        String location = find(change.id(), now).map((JsonNode i) -> i.path('location').asText()).orElse('')
        return location.empty ? now.declared() : [location]
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        JsonNode instance = seen(change.id(), now)
        Set<String> ours = Nics.added(instance.path('config'))
        ObjectNode devices = Nics.devices(change, instance.path('devices'), instance.path('expanded_devices'), ours)
        ObjectNode body = writable(instance)
        ObjectNode config = body.withObject('/config')
        body.set('devices', devices)
        if (change.action() == Action.FORGET) body = LxdConfig.unmarked(body)
        else {
            Mark mark = change.desired().get().mark(now.program().name()).with(instance.path('config').path('volatile.uuid').asText())
            for (def entry : mark.config().entrySet()) config.put(entry.key, entry.value)
            config.put(Nics.ADDED, Nics.added(change, instance.path('devices'), ours).join(','))
            OriginalNics.of(instance.path('config')).write(config, Nics.names(change.desired().get()), instance.path('devices'),
                instance.path('expanded_devices'))
        }
        ObjectNode expected = relied(instance)
        String what = change.action() == Action.FORGET ? 'put back NICs of' : 'connect'
        return [StepBuilder.on(change, now.lead(), "${what} instance ${change.id().title()}")
            .put(path(change.id()), body, expected)
            .interrupts(Nics.replugs(change) ? "connections of ${change.id()}: its NIC is removed and added again, and must request its address again" : '')
            .undo('put back what the plan shows')
            .step()]
    }

    private static JsonNode seen(ResourceId id, PlanningContext now) {
        return find(id, now).get()
    }

    private static Optional<JsonNode> find(ResourceId id, PlanningContext now) {
        Answer one = now.seen().of(one(id))
        if (one.ok()) return Optional.of(one.value())
        return now.seen().of(ours(id.project(), now)).value().valueStream()
            .filter((JsonNode i) -> i.path('name').asText() == id.name()).findFirst()
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        JsonNode instance = seen(change.id(), now)
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .put(path(change.id()), LxdConfig.unmarked(writable(instance)), relied(instance)).step()]
    }

    private static ObjectNode writable(JsonNode instance) {
        ObjectNode body = (ObjectNode) instance.deepCopy()
        return withoutVolatile(body.retain('architecture', 'config', 'description', 'devices', 'ephemeral', 'profiles', 'stateful'))
    }

    /** What the server notes of it changes whenever it starts or stops, and is nothing to rely on. */
    private static ObjectNode withoutVolatile(ObjectNode body) {
        ObjectNode config = body.withObject('/config')
        List<String> keys = []
        config.fieldNames().forEachRemaining { String key -> if (key.startsWith('volatile.')) keys << key }
        config.remove(keys)
        return body
    }

    private static ObjectNode relied(JsonNode instance) {
        ObjectNode expected = LxdConfig.writable(instance, 'devices')
        expected.remove('description')
        return withoutVolatile(expected)
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        List<Probe> probes = []
        for (String nic : Nics.names(desired)) {
            if (Nics.isBridged(desired.declaration(), nic)) {
                probes << new BridgePortProbe(desired.id(), nic, desired.value(nic + '.network').orElse(''), now.members())
                continue
            }
            String address = desired.value(nic + '.ipv4.address').orElse(desired.value(nic + '.ipv6.address').orElse(''))
            probes << new NicPortProbe(desired.id(), nic, address)
        }
        return probes
    }
}
