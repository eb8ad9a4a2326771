package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.link.LinkRequirements
import mcnet.model.Declaration
import mcnet.model.Setting
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.observe.QueryTarget
import mcnet.ovn.Ovn
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.DesiredValue
import mcnet.plan.Difference
import mcnet.plan.Field
import mcnet.plan.Mark
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.EncapProbe
import mcnet.probe.TunnelReachabilityProbe
import mcnet.probe.TunnelsProbe

/**
 * The network that carries OVN's tunnels: on each member the address in Open vSwitch's
 * {@code external_ids:ovn-encap-ip}. mcnet sets that address; it must stand on the interface already.
 *
 * Every chassis has such an address before anyone declares it, so an underlay is changed and forgotten, never created
 * or removed. Members whose tunnels move go one after the other, each seen in the southbound database before the next.
 */
@CompileStatic
@POJO
class Underlay implements Module {

    private static final String ENCAP_IP = 'ovn-encap-ip'
    private static final String ENCAP_TYPE = 'ovn-encap-type'
    private static final String MARK = Mark.OVS

    @Override
    void declare(Kinds kinds) {
        kinds.resource('underlay', 'The network that carries OVN tunnels between the members.') {
            example '''
                underlay fabric {
                  nic = eth1
                  on micro1 { address = 10.88.0.11 }
                  on micro2 { address = 10.88.0.12 }
                  on micro3 { address = 10.88.0.13 }
                }
            '''
            attribute('nic', nic, 'The interface that holds the address; checked, never set.') { required(); perMember() }
            attribute('subnet', either(subnet, list(subnet)), 'The subnet of all tunnel addresses; checked.')
            attribute('mtu', whole(1280..16384), 'The MTU that every interface must have; checked, never set.')
            attribute('address', address, 'A member\'s tunnel address, by `on MEMBER`; or set `underlay` in the member.') { perMember() }
            attribute('offload', truth, 'Whether Open vSwitch hands packets to the NIC.') { unsupported() }
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [new Query(QueryTarget.CLUSTER, Ovn.ENCAPS)]
        for (String member : now.members()) {
            queries << Ovn.externalIds(member)
            queries << Query.member(member, Ovn.LINKS)
        }
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>()
        for (String member : now.members()) {
            Setting address = address(declaration, member, now)
            if (address == null) continue
            put(values, new DesiredValue(new Field('address', member), address.value().text(), address.span(), true))
            put(values, new DesiredValue(new Field('type', member), 'geneve', declaration.span(), false))
        }
        return new DesiredResource(declaration, values, [])
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        SequencedMap<Field, String> values = new LinkedHashMap<>()
        SequencedMap<String, String> written = new LinkedHashMap<>()
        for (String member : now.members()) {
            def ids = Ovn.externalIds(now.seen(), member)
            values.put(new Field('address', member), ids.getOrDefault(ENCAP_IP, ''))
            values.put(new Field('type', member), ids.getOrDefault(ENCAP_TYPE, ''))
            if (written.isEmpty()) written.putAll(mark(ids))
        }
        Set<Field> unmarked = new LinkedHashSet<>()
        for (String member : now.members())
            if (!Objects.equals(mark(Ovn.externalIds(now.seen(), member)), written)) unmarked << new Field('address', member)
        String name = written.getOrDefault(MARK + 'underlay', '')
        for (Declaration declared : now.program().ofKind('underlay').toList()) name = declared.name()
        ObservedResource found = new ObservedResource(new ResourceId('underlay', name), values, Mark.of(written, MARK), 'Created', [], [], true)
        return [found.unmarked(unmarked)]
    }

    /** A member's mark, as far as it is one. */
    private static SequencedMap<String, String> mark(Map<String, String> ids) {
        SequencedMap<String, String> mark = new LinkedHashMap<>()
        for (String key : ['program', 'format', 'keys', 'underlay'])
            if (ids.containsKey(MARK + key)) mark.put(MARK + key, ids.get(MARK + key))
        return mark
    }

    /** A member says its address itself, or `on MEMBER` says it here. */
    private static Setting address(Declaration declaration, String member, PlanningContext now) {
        Setting own = declaration.setting('address', member).orElse(null)
        return own == null ? now.cluster().member(member).get().underlay().orElse(null) : own
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        List<Diagnostic> obstacles = LinkRequirements.present(desired.declaration(), 'nic', now)
        if (!obstacles.empty) return obstacles
        obstacles.addAll(LinkRequirements.holding(desired, now))
        obstacles.addAll(LinkRequirements.sameMtu(desired.declaration(), now))
        return obstacles
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        List<Step> steps = []
        Set<String> previous = Set.of()
        if (change.action() != Action.FORGET && now.members().stream().anyMatch((String m) -> moves(change, m))) {
            Step probe = probe(change, now)
            previous = Set.of(probe.id())
            steps << probe
        }
        for (String member : now.members()) {
            Step step = change.action() == Action.FORGET ? forget(change, member, now) : move(change, member, now, previous)
            if (step == null) continue
            steps << step
            if (moves(change, member)) previous = Set.of(step.id())
        }
        return steps
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        List<Step> steps = []
        for (String member : now.members()) {
            Step step = forget(change, member, now)
            if (step != null) steps << step
        }
        return steps
    }

    /** Before anything is changed, the members reach each other where their tunnels are to end. */
    private static Step probe(Change change, PlanningContext now) {
        DesiredResource desired = change.desired().get()
        StepBuilder step = StepBuilder.on(change, now.lead(), "probe underlay ${change.id().name()}").undo('not needed: it changes nothing')
        for (String member : now.members()) {
            List<String> ends = []
            for (String other : now.members()) {
                String end = desired.value('address', other).orElse('')
                if (other != member && !end.empty) ends << end
            }
            Setting nic = desired.declaration().setting('nic', member).orElse(null)
            if (nic != null && !ends.empty) step.probe(new TunnelReachabilityProbe(change.id(), member, nic.value().text(), ends))
        }
        return step.step()
    }

    private static Step move(Change change, String member, PlanningContext now, Set<String> previous) {
        List<Difference> here = change.differences().stream().filter((Difference d) -> d.changes() && d.field().member() == member).toList()
        def ids = Ovn.externalIds(now.seen(), member)
        def mark = change.desired().get().mark(now.program().name()).config(MARK)
        mark.put(MARK + 'underlay', change.id().name())
        boolean marked = ids.entrySet().containsAll(mark.entrySet())
        if (here.empty && marked) return null

        SequencedMap<String, String> set = new LinkedHashMap<>()
        Map<String, String> expected = [:]
        for (Difference d : here) {
            String key = d.field().attribute() == 'address' ? ENCAP_IP : ENCAP_TYPE
            set.put(key, d.after())
            expected.put(key, d.before())
        }
        set.putAll(mark)
        StepBuilder step = StepBuilder.on(change, member, "${here.empty ? 'mark' : 'move'} underlay ${change.id().name()} on ${member}")
            .externalIds(set, [], expected)
            .after(moves(change, member) ? previous : Set.<String>of())
            .undo(here.empty ? "remove external_ids ${mark.keySet().join(' ')}" : undone(here))
        String address = change.desired().get().value('address', member).orElse('')
        if (!here.empty) step.probe(new EncapProbe(change.id(), member, address))
        if (moves(change, member)) step.late().interrupts("traffic between instances on ${member} and other members, until its tunnels are up again")
        return step.step()
    }

    private static String undone(List<Difference> here) {
        List<String> before = []
        for (Difference d : here) before << "set external_ids:${d.field().attribute() == 'address' ? ENCAP_IP : ENCAP_TYPE}=${d.before()}".toString()
        return String.join(', ', before)
    }

    /** Whether tunnels that are in use change their end. */
    private static boolean moves(Change change, String member) {
        return change.differences().stream()
            .anyMatch((Difference d) -> d.changes() && d.field() == new Field('address', member) && !d.before().empty)
    }

    private static Step forget(Change change, String member, PlanningContext now) {
        List<String> marks = Ovn.externalIds(now.seen(), member).keySet().stream().filter((String key) -> key.startsWith(MARK)).toList()
        if (marks.empty) return null
        return StepBuilder.on(change, member, "forget underlay ${change.id().name()} on ${member}")
            .externalIds(new LinkedHashMap<>(), marks, [:])
            .undo('declare it again')
            .step()
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        List<Probe> probes = []
        SequencedMap<String, String> addresses = new LinkedHashMap<>()
        for (String member : now.members()) {
            String address = desired.value('address', member).orElse(null)
            if (address != null) addresses.put(member, address)
        }
        for (String member : addresses.keySet()) {
            probes << new EncapProbe(desired.id(), member, addresses.get(member))
            SequencedMap<String, String> peers = new LinkedHashMap<>(addresses)
            peers.remove(member)
            if (!peers.isEmpty()) probes << new TunnelsProbe(desired.id(), member, peers)
        }
        return probes
    }

    private static void put(SequencedMap<Field, DesiredValue> values, DesiredValue value) {
        values.put(value.field(), value)
    }
}
