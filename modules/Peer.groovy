package mcnet.modules

import com.fasterxml.jackson.databind.node.ObjectNode
import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.model.Declaration
import mcnet.module.LxdConfig
import mcnet.module.LxdNetworks
import mcnet.module.Module
import mcnet.module.Situation
import mcnet.module.Steps
import mcnet.module.Wishes
import mcnet.module.proof.Joined
import mcnet.module.traffic.PeerNames
import mcnet.module.traffic.Peerings
import mcnet.module.traffic.SetAside
import mcnet.observe.Asked
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.Field
import mcnet.plan.Found
import mcnet.plan.Proof
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.plan.Wanted
import mcnet.plan.Wish
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Type

/**
 * A way between two networks that does not lead over the outside: one sentence, one LXD object on either side. The
 * second object makes the way; one alone stays {@code Pending} for ever ({@code lxd/network/driver_ovn.go PeerCreate}).
 */
@CompileStatic
@POJO
class Peer implements Module {

    private static final Field STATE = Field.of('state')

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('peer', 'A way between two networks that does not lead over the outside: peer A <-> B.')
                .module(Peer.name)
                .with(new Attribute('left', new Type.Reference('network'), 'The network before the arrow.'))
                .with(new Attribute('right', new Type.Reference('network'), 'The network behind the arrow.'))
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('names', new Type.ListOf(new Type.Label()), 'What the two sides are called on the server, left first.')
                    .serverDefault('each after the other network'))
                .with(Attribute.IGNORE),
        ]
    }

    @Override
    List<Asked> questions(Situation now) {
        return Peerings.questions(now)
    }

    @Override
    Wanted wanted(Declaration declaration, Situation now) {
        Wanted plain = Wishes.of(declaration, now.cluster())
        SequencedMap<Field, Wish> wishes = new LinkedHashMap<>(plain.wishes())
        Field names = Field.of('names')
        wishes.put(names, new Wish(names, String.join(',', PeerNames.of(declaration)), declaration.span(), declaration.has('names')))
        wishes.put(STATE, new Wish(STATE, 'joined', declaration.span(), false))
        return new Wanted(declaration, wishes, Peerings.ends(declaration.name(), now))
    }

    @Override
    List<Found> found(Situation now) {
        List<Found> pairs = []
        for (Peerings.Pair pair : Peerings.found(now)) pairs << found(pair, now)
        return pairs
    }

    private Found found(Peerings.Pair pair, Situation now) {
        SequencedMap<String, String> config = LxdConfig.of(pair.sides().get(0).object())
        config.remove(Peerings.PAIR)
        SequencedMap<Field, String> values = LxdConfig.values(config, kind())
        values.put(Field.of('names'), String.join(',', pair.names()))
        values.put(STATE, pair.whole() ? 'joined' : pair.sides().size() == 2 ? 'parted' : 'half lost')
        return new Found(pair.id(), values, Peerings.mark(pair, now), 'Created', Peerings.ends(pair.name(), now), [], false)
    }

    /** Only OVN's northbound database learns of it ({@code lxd/network/driver_ovn.go PeerCreate}). */
    @Override
    List<String> participants(Change change, Situation now) {
        return []
    }

    @Override
    List<Step> steps(Change change, Situation now) {
        Peerings.Pair there = Peerings.pair(change.id(), now).orElse(null)
        if (change.action() == Action.REMOVE) return [remove(change, there, now)]
        String verb = change.action() == Action.CREATE ? 'join' : 'change peering'
        Steps step = Steps.on(change, now.lead(), "${verb} ${change.id().name()}")
        Declaration peer = change.wanted().get().declaration()
        List<ResourceId> networks = Peerings.ends(peer.name(), now)
        List<String> names = PeerNames.of(peer)
        side(step, change, now, networks[0], networks[1], names[0], there?.left()?.orElse(null))
        side(step, change, now, networks[1], networks[0], names[1], there?.right()?.orElse(null))
        step.undo(change.action() == Action.CREATE ? 'delete the peer on either network' : 'put back what the plan shows')
        List<Peerings.Side> stale = there == null ? [] : there.sides().stream()
            .filter((Peerings.Side side) -> !stays(side, side == there.left().orElse(null) ? names[0] : names[1])).toList()
        return SetAside.around(step, stale, change, now)
    }

    @Override
    List<Step> release(Change change, Situation now) {
        Steps step = Steps.on(change, now.lead(), "release ${change.id()}")
        for (Peerings.Side side : Peerings.pair(change.id(), now).get().sides()) {
            step.unmark(side.path(), LxdConfig.writable(side.object()))
        }
        return [step.step()]
    }

    private static boolean stays(Peerings.Side side, String name) {
        return side != null && side.target().present && side.name() == name
    }

    private static void side(Steps step, Change change, Situation now, ResourceId network, ResourceId other, String name,
            Peerings.Side there) {
        if (there != null && !stays(there, name)) step.delete(there.path())
        if (stays(there, name)) {
            ObjectNode body = LxdConfig.whole(change, there.object(), now.program().name())
            mark(body, change)
            if (body != LxdConfig.writable(there.object())) step.put(there.path(), body, LxdConfig.writable(there.object()))
            return
        }
        def config = LxdConfig.initial(change)
        config.putAll(change.wanted().get().mark(now.program().name()).config())
        ObjectNode body = LxdConfig.body(config, '').put('name', name)
            .put('target_project', other.project().empty ? 'default' : other.project()).put('target_network', other.name())
        mark(body, change)
        step.post(LxdNetworks.path(network, '/peers'), body)
    }

    private static void mark(ObjectNode body, Change change) {
        ObjectNode config = (ObjectNode) body.get('config')
        config.put(Peerings.PAIR, change.id().name())
    }

    private static Step remove(Change change, Peerings.Pair pair, Situation now) {
        Steps step = Steps.on(change, now.lead(), "part ${pair.name()}")
        for (Peerings.Side side : pair.sides()) step.delete(side.path())
        return step.interrupts("traffic between ${pair.name().replace(' <-> ', ' and ')}").undo('declare it again').step()
    }

    @Override
    List<Proof> proofs(Wanted wanted, Situation now) {
        List<ResourceId> ends = Peerings.ends(wanted.declaration().name(), now)
        List<String> names = PeerNames.of(wanted.declaration())
        return List.<Proof>of(new Joined(wanted.id(), ends.get(0), names.get(0), ends.get(1), names.get(1)))
    }
}
