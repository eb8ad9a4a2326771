package mcnet.modules

import static mcnet.schema.NamingRule.NETWORK

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.link.LinkRequirements
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.ObjectUsers
import mcnet.lxd.uplink.Listeners
import mcnet.lxd.uplink.ParentInterfaces
import mcnet.lxd.uplink.RouterAddresses
import mcnet.lxd.uplink.StaleNetworks
import mcnet.model.Declaration
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.ovn.LeftoverBridges
import mcnet.ovn.Ovn
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.NetworkCreatedProbe
import mcnet.probe.UplinkBridgeProbe
import mcnet.probe.UplinkCarrierProbe
import mcnet.schema.Family

/**
 * External connectivity: LXD's network type {@code physical}, one NIC per member. LXD wants it defined member by member
 * first and created as a whole then ({@code lxd/networks.go networksPost}).
 */
@CompileStatic
@POJO
class Uplink implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('uplink', 'A physical network outside, reached through one NIC on each member.') {
            naming NETWORK
            api 'networks', 'physical'
            command 'network'
            ownKeys 'network-physical', 'physical networks'
            ruleSubjectAndFlowEnd 4
            imported 1
            example '''
                uplink public {
                  nic = eth0
                  ipv4 {
                    gateway = 198.51.100.1/24
                    ranges  = [198.51.100.100-198.51.100.119]
                    routes  = [198.51.100.128/25]
                  }
                }
            '''
            description()
            attribute('nic', nic, 'The NIC or the bridge on the outside network; a NIC without vlan must have no address.') {
                required(); perMember(); key 'parent'
            }
            attribute('vlan', whole(0..4094), 'The VLAN to use on the NIC.') { key 'vlan'; serverDefault 'untagged' }
            attribute('gvrp', truth, 'Whether to register the VLAN by GVRP.') { key 'gvrp'; serverDefault 'false' }
            attribute('mtu', whole(1280..16384), 'The MTU that LXD sets on the NIC.') { key 'mtu'; serverDefault 'the NIC\'s own' }
            attribute('dns', list(address), 'Resolvers for the networks behind it.') { key 'dns.nameservers'; serverDefault 'the gateways' }
            attribute('ingress', words('l2proxy', 'routed'), 'How traffic from outside reaches the networks.') {
                key 'ovn.ingress_mode'; serverDefault 'l2proxy'
            }
            attribute('tagged', list(whole(1..4094)), 'The VLANs that pass to instances with their tags; the NIC must be a bridge.') {
                key 'vlan.tagged'; serverDefault 'none'; since 'network_physical vlan.tagged'
            }
            protect()
            ignore()
            families { Family family ->
                String ip = family.prefix()
                block(ip, "${family.title()} outside.")
                attribute("${ip}.gateway", interfaceAddress(family), 'The gateway outside, with the length of its network.') {
                    key "${ip}.gateway"; serverDefault 'none'
                }
                attribute("${ip}.ranges", list(range(family)), 'The addresses that routers of networks can get.') {
                    key "${ip}.ovn.ranges"; serverDefault 'none'
                }
                attribute("${ip}.routes", list(subnet(family)), 'Networks that the outside routes to this uplink.') {
                    key "${ip}.routes"; serverDefault 'none'
                }
                attribute("${ip}.gateway_mac", mac, 'The gateway\'s MAC address; OVN then does not ask for it.') {
                    key "${ip}.gateway.hwaddr"; serverDefault 'asked for'; since 'network_physical_gateway_hwaddr'
                }
                attribute("${ip}.anycast", truth, 'Allows the same route on several networks at once.') {
                    key "${ip}.routes.anycast"; serverDefault 'false'
                }
            }
            part('bgp.peers.', 'neighbor', 'A router outside that learns the networks by BGP.') {
                example '''
                    uplink public {
                      nic = eth0
                      ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
                      neighbor tor1 { address = 198.51.100.2  asn = 64512 }
                    }
                '''
                attribute('address', address, 'Its address.') { required(); key 'address' }
                attribute('asn', whole(1L..4294967294L), 'The number of its autonomous system (ASN).') { required(); key 'asn' }
                attribute('password', secret, 'The password of the session.') { key 'password' }
                attribute('holdtime', duration(9..65535), 'The hold time of the session.') {
                    key 'holdtime'; serverDefault '180s'; since 'network_bgp_holdtime'
                }
            }
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [LxdNetworks.list()]
        queries.addAll(ParentInterfaces.queries(now))
        for (String member : now.members()) {
            queries << Query.member(member, Ovn.LINKS)
            queries.addAll(LeftoverBridges.queries(member))
            for (ResourceId uplink : LxdNetworks.uplinks(now)) queries << Query.member(member, LxdNetworks.on(member, uplink))
        }
        queries.addAll(Listeners.queries(now))
        return queries
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        return LxdNetworks.found('physical', kind(), now)
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        List<Diagnostic> wrong = LinkRequirements.present(desired.declaration(), 'nic', now)
        wrong.addAll(LinkRequirements.bridged(desired.declaration(), now))
        return wrong
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        if (change.action() == Action.CREATE) return free(change, now) + LinkRequirements.namesakes(change, now)
        boolean moves = !change.of('nic').empty || !change.of('vlan').empty
        if (change.action() == Action.RELEASE) return Listeners.refused(change, now)
        if (change.action() != Action.CHANGE) return []
        if (!moves) return Listeners.refused(change, now) + RouterAddresses.strandedBy(change, now) + StaleNetworks.behind(change, now)
        return ObjectUsers.refuse(change, 'its NIC or VLAN cannot change') + ParentInterfaces.taken(change.desired().get().declaration(), now)
    }

    private static List<Diagnostic> free(Change change, PlanningContext now) {
        Declaration declaration = change.desired().get().declaration()
        return ParentInterfaces.taken(declaration, now) ?: LinkRequirements.free(declaration, 'nic', now)
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return create(change, now)
            case Action.CHANGE: return update(change, now)
            default: return [remove(change, now)]
        }
    }

    private static List<Step> create(Change change, PlanningContext now) {
        List<Step> steps = []
        Set<String> previous = Set.of()
        for (String member : now.members()) {
            for (String bridge : LeftoverBridges.of(member, now).bridges()) {
                Step clear = StepBuilder.on(change, member, "clear leftover bridge ${bridge} on ${member}")
                    .removeBridge(bridge, LeftoverBridges.of(member, now).mappings())
                    .after(previous)
                    .undo('not needed: no network uses it')
                    .step()
                previous = Set.of(clear.id())
                steps << clear
            }
            Step step = LxdNetworks.define(change, member, LxdConfig.initial(change, member), previous)
            previous = Set.of(step.id())
            steps << step
        }
        steps << LxdNetworks.create(change, now, previous)
        return steps
    }

    private static List<Step> update(Change change, PlanningContext now) {
        String name = change.id().name()
        String description = LxdConfig.description(change)
        List<Step> steps = []
        for (String member : now.members()) {
            def nic = LxdConfig.after(change, member)
            if (nic.isEmpty()) continue
            steps << StepBuilder.on(change, member, "change NIC of uplink ${name} on ${member}")
                .patch(LxdNetworks.on(member, change.id()), LxdConfig.body(nic, description), LxdConfig.before(change, member))
                .undo("set parent=${LxdConfig.before(change, member).get('parent')}")
                .step()
        }
        String id = "${change.verb()} uplink ${name}"
        Set<String> changing = StepBuilder.ids(steps) + id
        List<Step> renewals = StaleNetworks.renewals(change, now, change.verb() == 'mark' ? StepBuilder.ids(steps) : changing)
        if (renewals.empty) return steps + LxdNetworks.update(change, now, id).after(StepBuilder.ids(steps))
        if (change.verb() == 'mark') return renewals
        return steps + LxdNetworks.update(change, now, id, '', StaleNetworks.unfinished(change, now)).after(StepBuilder.ids(steps)) + renewals
    }

    private static Step remove(Change change, PlanningContext now) {
        return StepBuilder.on(change, now.lead(), "remove uplink ${change.id().name()}")
            .delete(LxdNetworks.path(change.id()))
            .interrupts('all traffic through it')
            .undo('declare it again')
            .step()
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [LxdNetworks.release(change, now)]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        return probes(desired.id(), now)
    }

    /** Networks depend on another's uplink as on one's own. */
    @Override
    List<Probe> probes(Declaration existing, PlanningContext now) {
        return probes(new ResourceId('uplink', existing.name()), now)
    }

    private static List<Probe> probes(ResourceId id, PlanningContext now) {
        List<Probe> probes = []
        for (String member : now.members()) {
            probes << new NetworkCreatedProbe(id, member)
            probes << new UplinkBridgeProbe(id, member, now.members())
            probes << new UplinkCarrierProbe(id, member)
        }
        return probes
    }
}
