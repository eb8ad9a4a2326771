package mcnet.modules

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.diagnostic.Label
import mcnet.diagnostic.ShellWords
import mcnet.model.Declaration
import mcnet.module.Availability
import mcnet.module.LxdConfig
import mcnet.module.Module
import mcnet.module.Paths
import mcnet.module.Namespace
import mcnet.module.Projects
import mcnet.module.Situation
import mcnet.module.Steps
import mcnet.module.nic.Nics
import mcnet.module.nic.OriginalNics
import mcnet.module.nic.PutBack
import mcnet.module.proof.NicPlugged
import mcnet.observe.Answer
import mcnet.observe.Asked
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.Field
import mcnet.plan.Found
import mcnet.plan.Mark
import mcnet.plan.Proof
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.plan.Wanted
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Naming

/**
 * The NICs of an instance that exists; mcnet never makes or removes an instance. A NIC that a profile brings is copied
 * into the instance first, as {@code lxc config device override} does, and taken out again when it is declared no more.
 */
@CompileStatic
@POJO
class Instance implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('instance', 'The NICs of an instance that exists.')
                .within(',project')
                .naming(Naming.HOSTNAME)
                .module(Instance.name)
                .with(Attribute.IGNORE),
        ]
    }

    /** Its NICs stand on networks and carry ACLs. */
    @Override
    List<String> follows() {
        return ['network', 'acl']
    }

    @Override
    List<Asked> questions(Situation now) {
        List<Asked> questions = [Projects.LIST]
        for (Declaration instance : now.program().all('instance').toList()) questions << one(id(instance))
        for (String project : Projects.of(now, Namespace.INSTANCES)) questions << ours(project, now)
        return questions
    }

    private static ResourceId id(Declaration instance) {
        return new ResourceId('instance', instance.inside().project(), '', instance.name())
    }

    private static Asked one(ResourceId id) {
        return Asked.cluster(path(id))
    }

    private static String path(ResourceId id) {
        return Projects.in(id.project(), '/1.0/instances/' + Paths.encode(id.name()))
    }

    /** Those that the program has looked after. */
    private static Asked ours(String project, Situation now) {
        String filter = Paths.encode('config.user.mcnet.program eq ' + now.program().name())
        return Asked.cluster(Projects.in(project, '/1.0/instances?recursion=1&filter=' + filter))
    }

    @Override
    Optional<String> unknown(Declaration declaration, Situation now) {
        ResourceId id = id(declaration)
        Optional<String> unanswered = Availability.unanswered(one(id), now)
        return unanswered.present ? unanswered : unasked(id, now)
    }

    private static Optional<String> unasked(ResourceId id, Situation now) {
        if (now.seen().knows(one(id)) || find(id, now).present) return Optional.empty()
        return Optional.of('the observation does not tell whether it is there')
    }

    @Override
    Wanted wanted(Declaration declaration, Situation now) {
        return Nics.wanted(declaration, now)
    }

    @Override
    List<Found> found(Situation now) {
        SequencedMap<ResourceId, Found> found = new LinkedHashMap<>()
        for (Declaration declared : now.program().all('instance').toList()) {
            Answer answer = now.seen().of(one(id(declared)))
            if (answer.ok()) found.put(id(declared), of(id(declared), answer.value(), now))
        }
        for (String project : Projects.of(now, Namespace.INSTANCES)) {
            for (JsonNode instance : now.seen().of(ours(project, now)).value()) {
                ResourceId id = new ResourceId('instance', project, '', instance.path('name').asText())
                if (!found.containsKey(id)) found.put(id, of(id, instance, now))
            }
        }
        return new ArrayList<>(found.values())
    }

    private static Found of(ResourceId id, JsonNode instance, Situation now) {
        SequencedMap<Field, String> values = Nics.values(Nics.effective(instance))
        Found found = new Found(id, values, Mark.of(LxdConfig.of(instance)), 'Created',
            new ArrayList<>(Nics.needs(instance.path('devices'), Projects.networksOf(id.project(), now))), [], true)
        Mark mark = found.mark().orElse(null)
        return mark == null ? found : found.originally(OriginalNics.of(instance.path('config')).values(mark, values))
    }

    @Override
    List<Diagnostic> obstacles(Wanted wanted, Situation now) {
        if (!now.seen().of(one(wanted.id())).absent()) return []
        return [Diagnostic.error('MC0743', "there is no ${wanted.id()} on the cluster",
            new Label(wanted.declaration().span(), ''))
            .why('mcnet connects instances, and never makes one')
            .fix("make it first: lxc launch IMAGE ${ShellWords.quoted(wanted.id().name())}; or take it out")]
    }

    @Override
    List<Diagnostic> obstacles(Change change, Situation now) {
        return PutBack.obstacles(change, now)
    }

    /** The one that it is on. */
    @Override
    List<String> participants(Change change, Situation now) {
        String location = find(change.id(), now).map((JsonNode i) -> i.path('location').asText()).orElse('')
        return location.empty ? now.declared() : [location]
    }

    @Override
    List<Step> steps(Change change, Situation now) {
        JsonNode instance = seen(change.id(), now)
        Set<String> ours = Nics.added(instance.path('config'))
        ObjectNode devices = Nics.devices(change, instance.path('devices'), instance.path('expanded_devices'), ours)
        ObjectNode body = writable(instance)
        ObjectNode config = body.withObject('/config')
        body.set('devices', devices)
        if (change.action() == Action.FORGET) body = LxdConfig.unmarked(body)
        else {
            Mark mark = change.wanted().get().mark(now.program().name()).with(instance.path('config').path('volatile.uuid').asText())
            for (def entry : mark.config().entrySet()) config.put(entry.key, entry.value)
            config.put(Nics.ADDED, Nics.added(change, instance.path('devices'), ours).join(','))
            OriginalNics.of(instance.path('config')).write(config, Nics.names(change.wanted().get()), instance.path('devices'),
                instance.path('expanded_devices'))
        }
        ObjectNode expected = relied(instance)
        String what = change.action() == Action.FORGET ? 'put back NICs of' : 'connect'
        return [Steps.on(change, now.lead(), "${what} instance ${change.id().title()}")
            .put(path(change.id()), body, expected)
            .interrupts(Nics.replugs(change) ? "connections of ${change.id()}: its NIC is plugged in anew, and must ask for its address again" : '')
            .undo('put back what the plan shows')
            .step()]
    }

    private static JsonNode seen(ResourceId id, Situation now) {
        return find(id, now).get()
    }

    private static Optional<JsonNode> find(ResourceId id, Situation now) {
        Answer one = now.seen().of(one(id))
        if (one.ok()) return Optional.of(one.value())
        return now.seen().of(ours(id.project(), now)).value().valueStream()
            .filter((JsonNode i) -> i.path('name').asText() == id.name()).findFirst()
    }

    @Override
    List<Step> release(Change change, Situation now) {
        JsonNode instance = seen(change.id(), now)
        return [Steps.on(change, now.lead(), "release ${change.id()}")
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
    List<Proof> proofs(Wanted wanted, Situation now) {
        List<Proof> proofs = []
        for (String nic : Nics.names(wanted)) {
            String address = wanted.value(nic + '.ipv4.address').orElse(wanted.value(nic + '.ipv6.address').orElse(''))
            proofs << new NicPlugged(wanted.id(), nic, address)
        }
        return proofs
    }
}
