package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.Namespace.NETWORKS
import static mcnet.schema.NamingRule.NETWORK
import static mcnet.schema.StatementKinds.DEFAULTS

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.link.LinkRequirements
import mcnet.link.TunnelMtu
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.project.Projects
import mcnet.lxd.server.Operations
import mcnet.lxd.server.ServerLimits
import mcnet.lxd.traffic.DefaultRules
import mcnet.lxd.traffic.RunningDefaults
import mcnet.lxd.uplink.ExternalAddresses
import mcnet.lxd.uplink.FrozenNetworks
import mcnet.lxd.uplink.LiveRoutes
import mcnet.lxd.uplink.RouterAddresses
import mcnet.lxd.zone.NetworkZones
import mcnet.model.Declaration
import mcnet.module.DesiredAttributes
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.observe.QueryTarget
import mcnet.ovn.Ovn
import mcnet.ovn.OvnDatabases
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.DefaultRouteProbe
import mcnet.probe.NetworkCreatedProbe
import mcnet.probe.PortGroupProbe
import mcnet.probe.RouterAddressRangeProbe
import mcnet.probe.RouterAdvertisementProbe
import mcnet.probe.RouterChassisProbe
import mcnet.probe.RouterPingProbe
import mcnet.probe.UniqueRouterAddressProbe
import mcnet.schema.Family
import mcnet.schema.Type

/**
 * A logical network that spans all members: LXD's network type {@code ovn}. One call makes it everywhere. A family that
 * is not written is {@code none}, and said to the server so: its own default would invent addresses
 * ({@code lxd/network/driver_ovn.go FillConfig}).
 */
@CompileStatic
@POJO
class Network implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('network', 'An OVN network with its router, behind an uplink.') {
            within program, 'project'
            naming NETWORK
            statements DEFAULTS
            namespace NETWORKS
            api 'networks', 'ovn'
            command 'network'
            ownKeys 'network-ovn', 'OVN networks'
            ruleSubjectAndFlowEnd 1
            imported 3
            example '''
                network web {
                  uplink = public
                  acls   = [web]
                  ipv4 { address = 10.42.1.1/24  nat = true }
                }
            '''
            description()
            attribute('uplink', either(words('none'), reference('uplink', 'bridge')), 'The uplink, or bridge, that connects the network to the outside; `none` leaves it without.') {
                required(); key 'network'
            }
            attribute('mtu', whole(68..16384), 'The MTU that instances get.') { key 'bridge.mtu'; serverDefault 'from the underlay\'s MTU' }
            attribute('mac', mac, 'The MAC address of the router.') { key 'bridge.hwaddr'; serverDefault 'made from the cluster' }
            attribute('domain', domain, 'The DNS domain of the instances.') { key 'dns.domain'; serverDefault 'lxd, on Incus incus' }
            attribute('search', list(domain), 'Domains that instances search.') { key 'dns.search'; serverDefault 'the domain' }
            attribute('names', words('managed', 'none'), 'Whether instances get their names in DNS.') {
                key 'dns.mode'; serverDefault 'managed'; since 'network_ovn dns.mode'
            }
            attribute('nameservers', list(address), 'The DNS servers that instances get by DHCP and router advertisements.') {
                key 'dns.nameservers'; serverDefault 'those of the uplink'; since 'network_dns_nameservers'
            }
            attribute('zone', reference('zone'), 'The zone of the instances\' names.') { key 'dns.zone.forward'; serverDefault 'none' }
            attribute('zones', list(reference('zone')), 'Several zones of the instances\' names, one of each project.') {
                key 'dns.zone.forward'; serverDefault 'none'; since 'projects_networks_zones'
            }
            attribute('acls', list(reference('acl')), 'The ACLs that apply to its instances.') { key 'security.acls'; serverDefault 'none' }
            block('multicast', 'What happens to packets to many.')
            attribute('multicast.snooping', truth, 'Whether they go only to instances that asked for them.') {
                key 'bridge.multicast_snooping'; serverDefault 'true'; since 'network_ovn_multicast'
            }
            attribute('multicast.relay', truth, 'Whether the router passes them on.') {
                key 'bridge.multicast_relay'; serverDefault 'false'; since 'network_ovn_multicast'
            }
            block('acceleration', 'Hardware offload of packets to NICs of the members.')
            attribute('acceleration.nics', list(nic), 'The NICs that handle the packets.') {
                perMember(); key 'acceleration.parent'; serverDefault 'none'; since 'ovn_nic_acceleration_parent'
            }
            attribute('otherwise.ingress', words('allow', 'reject', 'drop'), 'Action for packets to its instances that match no rule.') {
                key 'security.acls.default.ingress.action'; serverDefault 'reject'; statement()
            }
            attribute('otherwise.ingress.log', truth, 'Whether such packets are logged.') {
                key 'security.acls.default.ingress.logged'; serverDefault 'false'; statement()
            }
            attribute('otherwise.egress', words('allow', 'reject', 'drop'), 'Action for packets from its instances that match no rule.') {
                key 'security.acls.default.egress.action'; serverDefault 'reject'; statement()
            }
            attribute('otherwise.egress.log', truth, 'Whether such packets are logged.') {
                key 'security.acls.default.egress.logged'; serverDefault 'false'; statement()
            }
            protect()
            ignore()
            families { Family family ->
                String ip = family.prefix()
                Type dhcp = family == IPV4 ? truth : either(truth, words('stateful'))
                block(ip, "${family.title()} of the network; without this block the network has none.", 'none')
                attribute("${ip}.address", either(interfaceAddress(family), words('auto')), 'The router\'s address in the network, with the prefix length; `auto` lets the server choose.') {
                    key "${ip}.address"; whenUnset 'none'
                }
                attribute("${ip}.nat", truth, 'Whether instances use the router\'s address outside (NAT).') { key "${ip}.nat"; serverDefault 'false' }
                attribute("${ip}.dhcp", dhcp, 'Whether instances get their address by DHCP.') { key "${ip}.dhcp"; serverDefault 'true' }
                block("${ip}.nat", 'NAT in detail.')
                attribute("${ip}.nat.address", address(family), 'The address that instances use outside (NAT); the uplink must have ingress = routed.') {
                    key "${ip}.nat.address"; serverDefault 'the router\'s'
                }
                block("${ip}.dhcp", 'DHCP in detail.')
                attribute("${ip}.dhcp.ranges", list(range(family)), 'The addresses that DHCP assigns.') {
                    key "${ip}.dhcp.ranges"; serverDefault 'all'; since 'ovn_dhcp_ranges'
                }
                if (family == IPV4) {
                    attribute("${ip}.dhcp.gateway", either(words('none'), address(family)), 'The gateway that DHCP announces; `none` announces none.') {
                        key "${ip}.dhcp.gateway"; serverDefault 'the router\'s address'; since 'network_ovn ipv4.dhcp.gateway'
                    }
                    attribute("${ip}.dhcp.expiry", duration, 'The DHCP lease time.') {
                        key "${ip}.dhcp.expiry"; serverDefault '1h'; since 'network_ovn_ipv4_dhcp_expiry'
                    }
                    attribute("${ip}.dhcp.routes", list(either(subnet(family), address(family))), 'Routes that DHCP announces: a network and its gateway, in turn.') {
                        key "${ip}.dhcp.routes"; serverDefault 'none'; since 'network_ipv4_dhcp_routes'
                    }
                } else {
                    attribute("${ip}.ra", truth, 'Whether the router advertises itself.') {
                        key "${ip}.ra"; serverDefault 'true'; since 'network_ipv6_ra'
                    }
                }
                attribute("${ip}.l3only", truth, 'Whether instances reach each other only through the router.') {
                    key "${ip}.l3only"; serverDefault 'false'; since 'network_ovn_l3only'
                }
                attribute("${ip}.zone", reference('zone'), 'The reverse zone of its addresses.') {
                    key "dns.zone.reverse.${ip}"; serverDefault 'none'
                }
                attribute("${ip}.outside", address(family), 'The router\'s address on the uplink, from its ranges.') {
                    key "volatile.network.${ip}.address"; serverDefault 'unchanged'
                }
            }
        }
    }

    @Override
    List<String> follows(PlanningContext now) {
        return TunnelMtu.begin(now) ? ['underlay'] : []
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [Projects.LIST, new Query(QueryTarget.CLUSTER, Ovn.ENCAPS)]
        for (String project : Projects.of(now)) queries << LxdNetworks.list(project)
        queries.addAll(LxdNetworks.queriesOfMembers(now))
        queries.addAll(Operations.queries(now))
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        return DefaultRules.with(NetworkZones.of(DesiredAttributes.of(declaration, now.cluster()), now))
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        return LxdNetworks.found('ovn', kind(), now)
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>(OvnDatabases.answering(now))
        wrong.addAll(OvnDatabases.known(now))
        wrong.addAll(FrozenNetworks.network(change, now))
        if (wrong.empty) wrong.addAll(RouterAddresses.refused(change, now))
        wrong.addAll(ExternalAddresses.taken(change, now))
        wrong.addAll(ServerLimits.network(change, now))
        wrong.addAll(LiveRoutes.routed(change, now))
        if (change.action() == Action.CREATE) wrong.addAll(LinkRequirements.namesakes(change, now))
        wrong.addAll(RunningDefaults.kept(change, now))
        if (!change.of('mtu').empty) wrong.addAll(TunnelMtu.tooSmall(change, now))
        return wrong
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        String name = change.id().title()
        switch (change.action()) {
            case Action.CREATE: return create(change, now)
            case Action.CHANGE:
                List<Step> ofMembers = ofMembers(change, now, Set.of())
                return ofMembers + LxdNetworks.update(change, now, "${change.verb()} network ${name}", interrupts(change)).after(StepBuilder.ids(ofMembers))
            default: return [remove(change, now)]
        }
    }

    /** A network that gets another address inside loses all connections, one that gets another outside those to there. */
    private static String interrupts(Change change) {
        String inside = LxdNetworks.renumbering(change)
        if (!inside.empty) return inside
        boolean outside = false
        for (String attribute : ['uplink', 'ipv4.outside', 'ipv6.outside']) if (LxdNetworks.moves(change, attribute)) outside = true
        return outside ? "connections of ${change.id()} with the outside" : ''
    }

    /**
     * LXD works a network's MTU out from the underlay at the moment of its creation, and never again. A network that is made
     * before its underlay moves is told what LXD would work out afterwards.
     */
    private static List<Step> create(Change change, PlanningContext now) {
        String name = change.id().name()
        def config = LxdConfig.initial(change)
        OptionalInt mtu = TunnelMtu.mtuAfterMove(now)
        if (mtu.present) config.putIfAbsent('bridge.mtu', String.valueOf(mtu.asInt))
        config.putAll(change.desired().get().mark(now.program().name()).config())
        StepBuilder step = StepBuilder.on(change, now.lead(), "create network ${change.id().title()}")
            .post(Projects.in(change.id().project(), '/1.0/networks'), LxdConfig.body(config, '').put('name', name).put('type', 'ovn'))
            .undo("delete network ${name}")
        LxdNetworks.keepDescription(step, change)
        Step whole = step.step()
        return [whole] + ofMembers(change, now, Set.of(whole.id()))
    }

    /**
     * What each member has for itself: a network can be made on all members at once only, and changed on one. One after the
     * other, for each member writes the whole network into OVN, where two at once would be in each other's way.
     */
    private static List<Step> ofMembers(Change change, PlanningContext now, Set<String> after) {
        String description = change.desired().get().value(LxdConfig.DESCRIPTION).orElse('')
        List<Step> steps = []
        Set<String> previous = after
        for (String member : now.members()) {
            def keys = LxdConfig.after(change, member)
            if (keys.isEmpty()) continue
            def before = LxdConfig.before(change, member)
            Step step = StepBuilder.on(change, member, "set the accelerating NICs of network ${change.id().title()} on ${member}")
                .patch(LxdNetworks.on(member, change.id()), LxdConfig.body(keys, description), before)
                .after(previous)
                .undo(putBack(before))
                .step()
            previous = Set.of(step.id())
            steps << step
        }
        return steps
    }

    private static String putBack(Map<String, String> before) {
        List<String> words = []
        for (Map.Entry<String, String> entry : before.entrySet())
            words << (entry.value.empty ? "unset ${entry.key}" : "set ${entry.key}=${entry.value}").toString()
        return String.join(', ', words)
    }

    private static Step remove(Change change, PlanningContext now) {
        String name = change.id().title()
        return StepBuilder.on(change, now.lead(), "remove network ${name}")
            .delete(LxdNetworks.path(change.id()))
            .interrupts("everything on ${name}")
            .undo('declare it again; the server may choose another address outside')
            .step()
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [LxdNetworks.release(change, now)]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        List<Probe> probes = []
        for (String member : now.members()) probes << new NetworkCreatedProbe(desired.id(), member)
        ResourceId uplink = new ResourceId('uplink', desired.value('uplink').orElse(''))
        boolean addressed = false
        for (String ip : ['ipv4', 'ipv6']) if (!desired.value(ip + '.address').orElse('none').equals('none')) addressed = true
        // Without an address it has no router, by which alone it would be known in OVN.
        if (addressed) probes << new PortGroupProbe(desired.id())
        if (uplink.name() == LxdNetworks.ISOLATED) return probes
        probes << new RouterChassisProbe(desired.id(), now.members())
        probes << new UniqueRouterAddressProbe(desired.id())
        if (RouterAddresses.heldAgainstRanges(now)) probes << new RouterAddressRangeProbe(desired.id(), uplink)
        for (String ip : ['ipv4', 'ipv6']) {
            if (desired.value(ip + '.address').orElse('none').equals('none')) continue
            probes << new DefaultRouteProbe(desired.id(), uplink, ip)
            probes << new RouterPingProbe(desired.id(), uplink, ip, now.members())
            if (ip.equals('ipv6') && desired.value('ipv6.ra').orElse('true').equals('true')) probes << new RouterAdvertisementProbe(desired.id())
        }
        return probes
    }
}
