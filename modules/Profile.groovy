package mcnet.modules

import static mcnet.schema.Namespace.PROFILES
import static mcnet.schema.StatementKinds.DEFAULTS

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.lxd.LxdConfig
import mcnet.lxd.Paths
import mcnet.lxd.nic.NicRestoration
import mcnet.lxd.nic.Nics
import mcnet.lxd.nic.OriginalNics
import mcnet.lxd.nic.ProfileAddresses
import mcnet.lxd.project.ProjectNamespace
import mcnet.lxd.project.Projects
import mcnet.model.Declaration
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.Field
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.schema.Attribute
import mcnet.schema.Family

/** NICs that instances get from a profile. Devices of other kinds that stand in it are left alone. */
@CompileStatic
@POJO
class Profile implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('profile', 'NICs that instances get from a profile.') {
            within program, 'project'
            namespace PROFILES
            api 'profiles'
            command 'profile'
            ownKeys()
            importedIfManaged 6
            example '''
                profile small {
                  nic eth0 { network = web }
                }
            '''
            description()
            protect()
            ignore()
        }

        kinds.kind('nic', 'How instances attach to a network.') {
            within 'profile', 'instance'
            statements DEFAULTS
            serverKeys 'device-nic-ovn', 'NICs on OVN networks'
            example '''
                instance web1 {
                  nic eth0 { network = web  acls = [web] }
                }
            '''
            attribute('network', reference('network', 'bridge', 'fan'), 'The network.') { required(); key 'network' }
            attribute('name', nic, 'The name of its interface in the instance.') { key 'name'; serverDefault 'chosen' }
            attribute('mac', mac, 'Its MAC address.') { key 'hwaddr'; serverDefault 'chosen' }
            attribute('host_name', nic, 'The name of its interface on the member.') { key 'host_name'; serverDefault 'chosen' }
            attribute('acls', list(reference('acl')), 'The ACLs that apply to it.') { key 'security.acls'; serverDefault 'none' }
            attribute('acceleration', words('none', 'sriov', 'vdpa'), 'Hardware offload on the member.') { key 'acceleration'; serverDefault 'none' }
            attribute('nested', nic, 'The parent NIC, of the same instance.') { key 'nested'; since 'ovn_nic_nesting' }
            attribute('vlan', whole(1..4094), 'The VLAN it is on.') { key 'vlan'; since 'ovn_nic_nesting' }
            attribute('promiscuous', truth, 'Whether it gets packets for addresses that OVN does not know.') {
                key 'security.promiscuous'; serverDefault 'false'; since 'ovn_nic_promiscuous'
            }
            attribute('connected', truth, 'Whether its link is up.') { key 'connected'; serverDefault 'true'; since 'nic_attached_connected' }
            block('limits', 'How much it may send and receive.')
            attribute('limits.ingress', label, 'What the instance may receive in a second, `100Mbit`.') { key 'limits.ingress'; serverDefault 'no limit'; since 'ovn_nic_limits' }
            attribute('limits.egress', label, 'What it may send in a second.') { key 'limits.egress'; serverDefault 'no limit'; since 'ovn_nic_limits' }
            attribute('boot', whole(0L..4294967295L), 'Its boot priority.') { key 'boot.priority' }
            for (String direction : ['ingress', 'egress']) {
                attribute("otherwise.${direction}", words('allow', 'reject', 'drop'), 'Action for packets that match no rule.') {
                    key "security.acls.default.${direction}.action"; serverDefault 'the network\'s'; statement()
                }
                attribute("otherwise.${direction}.log", truth, 'Whether such packets are logged.') {
                    key "security.acls.default.${direction}.logged"; serverDefault 'the network\'s'; statement()
                }
            }
            families { Family family ->
                String ip = family.prefix()
                block(ip, "${family.title()} of the instance.", 'none')
                attribute("${ip}.address", address(family), 'Its address.') { key "${ip}.address"; serverDefault 'chosen' }
                attribute("${ip}.routes", list(subnet(family)), 'Networks behind it.') { key "${ip}.routes"; serverDefault 'none' }
                attribute("${ip}.outside", address(family), 'The address outside that its connections come from; a forward must listen on it.') {
                    key "${ip}.address.external"; serverDefault 'the network\'s'; since 'network_ovn_external_nic_address'
                }
                attribute("${ip}.external", list(subnet(family)), 'Networks outside that are routed to it.') {
                    key "${ip}.routes.external"; serverDefault 'none'
                }
            }
            attribute('address', address, 'Its address, IPv4 or IPv6.')
        }
    }

    @Override
    Optional<Attribute> attribute(String field) {
        Optional<Attribute> own = kind().field(field)
        return own.present ? own : Nics.attribute(field)
    }

    @Override
    List<String> follows() {
        return ['network', 'acl']
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [Projects.LIST]
        for (String project : Projects.of(now, ProjectNamespace.PROFILES)) queries << list(project)
        for (Declaration profile : now.program().all('profile').toList()) {
            JsonNode there = lookUp(new ResourceId('profile', profile.inside().project(), '', profile.name()), now)
            if (there != null) queries.addAll(ProfileAddresses.queries(profile, there))
        }
        return queries
    }

    private static Query list(String project) {
        return Query.cluster(Projects.in(project, '/1.0/profiles?recursion=1'))
    }

    private static String path(ResourceId id) {
        return Projects.in(id.project(), '/1.0/profiles/' + Paths.encode(id.name()))
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        return Nics.desired(declaration, now)
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> profiles = []
        for (String project : Projects.of(now, ProjectNamespace.PROFILES)) {
            for (JsonNode profile : now.seen().of(list(project)).value()) {
                def config = LxdConfig.of(profile)
                SequencedMap<Field, String> values = LxdConfig.values(config, kind())
                SequencedMap<Field, String> nics = Nics.values(profile.path('devices'))
                values.putAll(nics)
                List<String> usedBy = []
                for (JsonNode user : profile.path('used_by')) usedBy << user.asText()
                Mark mark = Mark.of(config).orElse(null)
                SequencedMap<Field, String> originals = mark == null ? new LinkedHashMap<Field, String>()
                    : OriginalNics.of(profile.path('config')).values(mark, nics)
                profiles << new ObservedResource(new ResourceId('profile', project, '', profile.path('name').asText()), values, Optional.ofNullable(mark),
                    'Created', new ArrayList<>(Nics.needs(profile.path('devices'), Projects.networksOf(project, now))), usedBy, false, originals)
            }
        }
        return profiles
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>(NicRestoration.obstacles(change, now))
        JsonNode there = lookUp(change.id(), now)
        if (there != null) wrong.addAll(ProfileAddresses.obstacles(change, there, now))
        return wrong
    }

    private static JsonNode seen(ResourceId id, PlanningContext now) {
        return Objects.requireNonNull(lookUp(id, now))
    }

    /** As the server lists it; null where it does not. */
    private static JsonNode lookUp(ResourceId id, PlanningContext now) {
        return now.seen().of(list(id.project())).value().valueStream()
            .filter((JsonNode p) -> p.path('name').asText() == id.name()).findFirst().orElse(null)
    }

    /** LXD tells the members that are there; another one reads it when it starts ({@code lxd/profiles.go profilePut}). */
    @Override
    List<String> participants(Change change, PlanningContext now) {
        return []
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        ResourceId id = change.id()
        if (change.action() == Action.REMOVE) {
            return [StepBuilder.on(change, now.lead(), "remove profile ${id.title()}").delete(path(id)).undo('declare it again').step()]
        }
        if (change.action() == Action.CREATE) {
            def config = LxdConfig.initial(change)
            config.putAll(change.desired().get().mark(now.program().name()).config())
            config.put(Nics.ADDED, Nics.names(change.desired().get()).join(','))
            ObjectNode body = LxdConfig.body(config, '').put('name', id.name())
            body.set('devices', Nics.devices(change, body.path('devices'), body.path('devices'), Set.of()))
            return [StepBuilder.on(change, now.lead(), "create profile ${id.title()}")
                .post(Projects.in(id.project(), '/1.0/profiles'), body).undo("delete profile ${id.name()}").step()]
        }
        JsonNode before = seen(id, now)
        ObjectNode body = LxdConfig.whole(change, before, now.program().name())
        Set<String> ours = Nics.added(before.path('config'))
        body.withObject('/config').put(Nics.ADDED, Nics.added(change, before.path('devices'), ours).join(','))
        OriginalNics.of(before.path('config')).write(body.withObject('/config'), Nics.names(change.desired().get()), before.path('devices'),
            before.path('devices'))
        body.set('devices', Nics.devices(change, before.path('devices'), before.path('devices'), ours))
        return [StepBuilder.on(change, now.lead(), "${change.verb()} profile ${id.title()}")
            .put(path(id), body, LxdConfig.writable(before, 'devices'))
            .interrupts(Nics.replugs(change) ? "connections of instances with ${id}: their NICs are removed and added again, and must request their addresses again" : '')
            .undo('put back what the plan shows')
            .step()]
    }
    @Override
    List<Step> release(Change change, PlanningContext now) {
        JsonNode before = seen(change.id(), now)
        ObjectNode body = LxdConfig.released(LxdConfig.writable(before, 'devices'), change)
        if (!change.differences().empty)
            body.set('devices', Nics.devices(change, before.path('devices'), before.path('devices'), Nics.added(before.path('config'))))
        return [StepBuilder.on(change, now.lead(), "release ${change.id()}")
            .put(path(change.id()), body, LxdConfig.writable(before, 'devices')).undo('declare it and adopt it').step()]
    }

}
