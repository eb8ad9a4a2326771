package mcnet.modules

import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.Paths
import mcnet.lxd.server.Servers
import mcnet.lxd.traffic.LxdPeerings
import mcnet.lxd.traffic.PeerNames
import mcnet.lxd.traffic.SuspendedRules
import mcnet.model.Declaration
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
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.PeeringProbe
import mcnet.product.Server
import mcnet.product.ServerFacts

/**
 * A way between two networks that does not lead over the outside: one sentence, one LXD object on either side. The
 * second object makes the way; one alone stays {@code Pending} for ever ({@code lxd/network/driver_ovn.go PeerCreate}).
 */
@CompileStatic
@POJO
class Peer implements Module {

    private static final Field STATE = Field.of('state')

    @Override
    void declare(Kinds kinds) {
        kinds.resource('peer', 'A way between two networks that does not lead over the outside: peer A <-> B.') {
            partOf 'network', 'peers', 'ovn'
            since 'network_peer'
            command 'network peer'
            ownKeys()
            example '''
                peer web <-> db
            '''
            attribute('left', reference('network'), 'The network before the arrow.')
            attribute('right', reference('network'), 'The network behind the arrow.')
            description()
            attribute('names', list(label), 'What the two sides are called on the server, left first.') {
                serverDefault 'each after the other network'
            }
            ignore()
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        return LxdPeerings.queries(now)
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(declaration, now.cluster())
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values())
        Field names = Field.of('names')
        values.put(names, new DesiredValue(names, String.join(',', PeerNames.of(declaration)), declaration.span(), declaration.has('names')))
        values.put(STATE, new DesiredValue(STATE, 'joined', declaration.span(), false))
        return new DesiredResource(declaration, values, LxdPeerings.ends(declaration.name(), now))
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        List<ObservedResource> pairs = []
        for (LxdPeerings.Pair pair : LxdPeerings.found(now)) pairs << found(pair, now)
        return pairs
    }

    private ObservedResource found(LxdPeerings.Pair pair, PlanningContext now) {
        SequencedMap<String, String> config = LxdConfig.of(pair.sides().get(0).object())
        config.remove(LxdPeerings.PAIR)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        values.put(Field.of('names'), String.join(',', pair.names()))
        values.put(STATE, pair.whole() ? 'joined' : pair.sides().size() == 2 ? 'parted' : 'half lost')
        return new ObservedResource(pair.id(), values, LxdPeerings.mark(pair, now), 'Created', LxdPeerings.ends(pair.name(), now), [], false)
    }

    /** Only OVN's northbound database learns of it ({@code lxd/network/driver_ovn.go PeerCreate}). */
    @Override
    List<String> participants(Change change, PlanningContext now) {
        return []
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        LxdPeerings.Pair there = LxdPeerings.pair(change.id(), now).orElse(null)
        if (change.action() == Action.REMOVE) return [remove(change, there, now)]
        String verb = change.action() == Action.CREATE ? 'join' : 'change peering'
        StepBuilder step = StepBuilder.on(change, now.lead(), "${verb} ${change.id().name()}")
        Declaration peer = change.desired().get().declaration()
        List<ResourceId> networks = LxdPeerings.ends(peer.name(), now)
        List<String> names = PeerNames.of(peer)
        side(step, change, now, networks[0], networks[1], names[0], there?.left()?.orElse(null))
        side(step, change, now, networks[1], networks[0], names[1], there?.right()?.orElse(null))
        step.undo(change.action() == Action.CREATE ? 'delete the peer on either network' : 'put back what the plan shows')
        List<LxdPeerings.Side> stale = there == null ? [] : there.sides().stream()
            .filter((LxdPeerings.Side side) -> !stays(side, side == there.left().orElse(null) ? names[0] : names[1])).toList()
        return SuspendedRules.around(step, stale, change, now)
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        StepBuilder step = StepBuilder.on(change, now.lead(), "release ${change.id()}")
        for (LxdPeerings.Side side : LxdPeerings.pair(change.id(), now).get().sides()) {
            step.unmark(side.path(), LxdConfig.writable(side.object()))
        }
        return [step.step()]
    }

    private static boolean stays(LxdPeerings.Side side, String name) {
        return side != null && side.target().present && side.name() == name
    }

    private static void side(StepBuilder step, Change change, PlanningContext now, ResourceId network, ResourceId other, String name,
            LxdPeerings.Side there) {
        boolean again = there != null && (!stays(there, name) || LxdPeerings.isBegun(there.object()))
        if (again) step.delete(there.path())
        if (there != null && !again) {
            ObjectNode body = LxdConfig.whole(change, there.object(), now.program().name())
            mark(body, change)
            if (body != LxdConfig.writable(there.object())) step.put(there.path(), body, LxdConfig.writable(there.object()))
            return
        }
        def config = LxdConfig.initial(change)
        config.putAll(change.desired().get().mark(now.program().name()).config())
        ObjectNode body = LxdConfig.body(config, '').put('name', name)
            .put('target_project', other.project().empty ? 'default' : other.project()).put('target_network', other.name())
        mark(body, change)
        boolean loses = Servers.all(now).stream().anyMatch((Server server) -> ServerFacts.of(server).losesPeerConfig())
        String path = LxdNetworks.path(network, '/peers')
        step.post(path, loses ? body.deepCopy().put(LxdConfig.DESCRIPTION, LxdPeerings.begun(now.program().name())) : body)
        if (loses) {
            ObjectNode whole = LxdConfig.body(config, '')
            mark(whole, change)
            step.put("${path}/${Paths.encode(name)}", whole, null)
        }
    }

    private static void mark(ObjectNode body, Change change) {
        ObjectNode config = (ObjectNode) body.get('config')
        config.put(LxdPeerings.PAIR, change.id().name())
    }

    private static Step remove(Change change, LxdPeerings.Pair pair, PlanningContext now) {
        StepBuilder step = StepBuilder.on(change, now.lead(), "part ${pair.name()}")
        for (LxdPeerings.Side side : pair.sides()) step.delete(side.path())
        return step.interrupts("traffic between ${pair.name().replace(' <-> ', ' and ')}").undo('declare it again').step()
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        List<ResourceId> ends = LxdPeerings.ends(desired.declaration().name(), now)
        List<String> names = PeerNames.of(desired.declaration())
        return List.<Probe>of(new PeeringProbe(desired.id(), ends.get(0), names.get(0), ends.get(1), names.get(1)))
    }
}
