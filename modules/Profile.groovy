package mcnet.modules

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
import mcnet.schema.Kind
import mcnet.schema.NamingRule
import mcnet.schema.StatementKinds
import mcnet.schema.Type

/** NICs that instances get from a profile. Devices of other kinds that stand in it are left alone. */
@CompileStatic
@POJO
class Profile implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('profile', 'NICs that instances get from a profile.')
                .within(',project')
                .module(Profile.name)
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect'))
                .with(Attribute.IGNORE),
            nic(),
        ]
    }

    private static Kind nic() {
        Kind nic = Kind.of('nic', 'How instances attach to a network.')
            .within('profile,instance')
            .says(StatementKinds.DEFAULTS)
            .with(new Attribute('network', new Type.Reference('network,bridge,fan'), 'The network.').mandatory().key('network'))
            .with(new Attribute('mac', new Type.Mac(), 'Its MAC address.').key('hwaddr').serverDefault('chosen'))
            .with(new Attribute('host_name', new Type.Nic(), 'The name of its interface on the member.').key('host_name').serverDefault('chosen'))
            .with(new Attribute('acls', new Type.ListOf(new Type.Reference('acl')), 'The ACLs that apply to it.').key('security.acls').serverDefault('none'))
            .with(new Attribute('acceleration', new Type.Words(['none', 'sriov', 'vdpa']), 'Hardware offload on the member.').key('acceleration').serverDefault('none'))
            .with(new Attribute('nested', new Type.Nic(), 'The parent NIC, of the same instance.').key('nested').since('ovn_nic_nesting'))
            .with(new Attribute('vlan', new Type.Whole(1, 4094), 'The VLAN it is on.').key('vlan').since('ovn_nic_nesting'))
            .with(new Attribute('boot', new Type.Whole(0, 4294967295), 'Its boot priority.').key('boot.priority'))
        for (String direction : ['ingress', 'egress']) {
            nic = nic.with(new Attribute("otherwise.${direction}", new Type.Words(['allow', 'reject', 'drop']), 'Action for packets that match no rule.')
                .key("security.acls.default.${direction}.action").serverDefault('the network\'s').bySentence())
                .with(new Attribute("otherwise.${direction}.log", new Type.Truth(), 'Whether such packets are logged.')
                    .key("security.acls.default.${direction}.logged").serverDefault('the network\'s').bySentence())
        }
        for (Family family : [Family.IPV4, Family.IPV6]) {
            String ip = family.name().toLowerCase(Locale.ROOT)
            nic = nic.block(ip, "${family == Family.IPV4 ? 'IPv4' : 'IPv6'} of the instance.".toString(), 'none')
                .with(new Attribute("${ip}.address", new Type.Address(family), 'Its address.').key("${ip}.address").serverDefault('chosen'))
                .with(new Attribute("${ip}.routes", new Type.ListOf(new Type.Subnet(family)), 'Networks behind it.').key("${ip}.routes").serverDefault('none'))
                .with(new Attribute("${ip}.external", new Type.ListOf(new Type.Subnet(family)), 'Networks outside that are routed to it.')
                    .key("${ip}.routes.external").serverDefault('none'))
        }
        return nic.with(new Attribute('address', new Type.Address(Family.ANY), 'Its address, IPv4 or IPv6.'))
    }

    @Override
    List<String> follows() {
        return ['network', 'acl']
    }

    @Override
    List<Query> questions(PlanningContext now) {
        List<Query> questions = [Projects.LIST]
        for (String project : Projects.of(now, ProjectNamespace.PROFILES)) questions << list(project)
        for (Declaration profile : now.program().all('profile').toList()) {
            JsonNode there = lookUp(new ResourceId('profile', profile.inside().project(), '', profile.name()), now)
            if (there != null) questions.addAll(ProfileAddresses.questions(profile, there))
        }
        return questions
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
