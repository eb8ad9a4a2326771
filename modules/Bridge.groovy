package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.NamingRule.INTERFACE
import static mcnet.schema.StatementKinds.DEFAULTS

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.link.LinkRequirements
import mcnet.lxd.LxdConfig
import mcnet.lxd.LxdNetworks
import mcnet.lxd.server.ServerLimits
import mcnet.lxd.traffic.DefaultRules
import mcnet.model.Declaration
import mcnet.module.DesiredAttributes
import mcnet.module.Module
import mcnet.module.PlanningContext
import mcnet.module.StepBuilder
import mcnet.module.declaration.Kinds
import mcnet.observe.Query
import mcnet.ovn.Ovn
import mcnet.plan.Action
import mcnet.plan.Change
import mcnet.plan.DesiredResource
import mcnet.plan.ObservedResource
import mcnet.plan.Probe
import mcnet.plan.ResourceId
import mcnet.plan.Step
import mcnet.probe.BridgeInterfaceProbe
import mcnet.probe.NetworkCreatedProbe
import mcnet.probe.UplinkBridgeProbe
import mcnet.schema.Family

/**
 * A bridge of its own on each member, with one configuration: LXD's network type {@code bridge}. LXD wants it defined
 * member by member first and created as a whole then ({@code lxd/networks.go networksPost}). A family that is not written
 * is {@code none}, and said to the server so: its own default would invent addresses ({@code lxd/network/driver_bridge.go
 * FillConfig}).
 */
@CompileStatic
@POJO
class Bridge implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('bridge', 'A plain bridge on each member, with the same addresses on each.') {
            naming INTERFACE
            statements DEFAULTS
            api 'networks', 'bridge'
            command 'network'
            ownKeys 'network-bridge', 'bridges'
            imported 2
            example '''
                bridge lan {
                  ipv4 { address = 10.50.0.1/24  nat = true }
                }
            '''
            description()
            attribute('nics', list(nic), 'Interfaces of the member that are added to it; they must have no address.') {
                perMember(); key 'bridge.external_interfaces'; serverDefault 'none'
            }
            attribute('driver', words('native', 'openvswitch'), 'The driver of the bridge.') { key 'bridge.driver'; serverDefault 'native' }
            attribute('mtu', whole(68..16384), 'The MTU that instances get.') { key 'bridge.mtu'; serverDefault '1500' }
            attribute('mac', mac, 'The MAC address of the bridge.') { key 'bridge.hwaddr'; serverDefault 'made from the cluster' }
            attribute('domain', domain, 'The DNS domain of the instances.') { key 'dns.domain'; serverDefault 'lxd, on Incus incus' }
            attribute('search', list(domain), 'Domains that instances search.') { key 'dns.search'; serverDefault 'the domain' }
            attribute('names', words('none', 'managed', 'dynamic'), 'How instances get their names in DNS.') {
                key 'dns.mode'; serverDefault 'managed'
            }
            attribute('dnsmasq', text, 'Lines for dnsmasq.') { key 'raw.dnsmasq'; serverDefault 'none' }
            attribute('zone', reference('zone'), 'The zone of the instances\' names.') { key 'dns.zone.forward'; serverDefault 'none' }
            attribute('acls', list(reference('acl')), 'The ACLs that apply between it and the outside of the member.') {
                key 'security.acls'; serverDefault 'none'
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
            block('multicast', 'What happens to packets to many.')
            attribute('multicast.snooping', truth, 'Whether they go only to instances that asked for them.') {
                key 'bridge.multicast_snooping'; serverDefault 'true'; since 'network_bridge_multicast_snooping'
            }
            protect()
            ignore()
            families { Family family ->
                String ip = family.prefix()
                block(ip, "${family.title()} of the bridge; without this block the bridge has none.", 'none')
                attribute("${ip}.address", either(interfaceAddress(family), words('auto')), 'The bridge\'s address on each member, with the prefix length; `auto` lets the server choose.') {
                    key "${ip}.address"; whenUnset 'none'
                }
                attribute("${ip}.nat", truth, 'Whether instances use the member\'s address outside (NAT).') { key "${ip}.nat"; serverDefault 'false' }
                block("${ip}.nat", 'NAT in detail.')
                attribute("${ip}.nat.address", address(family), 'The source address of outgoing packets.') {
                    key "${ip}.nat.address"; serverDefault 'the member\'s'
                }
                attribute("${ip}.nat.order", words('before', 'after'), 'Before or after the existing rules.') { key "${ip}.nat.order"; serverDefault 'before' }
                attribute("${ip}.dhcp", family == IPV4 ? truth : either(truth, words('stateful')), 'Whether instances get their address by DHCP.') {
                    key "${ip}.dhcp"; serverDefault 'true'
                }
                block("${ip}.dhcp", 'DHCP in detail.')
                attribute("${ip}.dhcp.ranges", list(range(family)), 'The addresses that DHCP assigns.') { key "${ip}.dhcp.ranges"; serverDefault 'all' }
                attribute("${ip}.dhcp.expiry", either(duration, words('infinite')), 'The DHCP lease time.') { key "${ip}.dhcp.expiry"; serverDefault '1h' }
                attribute("${ip}.ranges", list(range(family)), 'The addresses that routers of OVN networks can get.') { key "${ip}.ovn.ranges"; serverDefault 'none' }
                attribute("${ip}.routes", list(subnet(family)), 'Further networks behind the bridge.') { key "${ip}.routes"; serverDefault 'none' }
                attribute("${ip}.routing", truth, 'Whether members route packets of the bridge.') { key "${ip}.routing"; serverDefault 'true' }
                attribute("${ip}.firewall", truth, 'Whether the server sets firewall rules for it.') { key "${ip}.firewall"; serverDefault 'true' }
                attribute("${ip}.nexthop", address(family), 'The next hop that BGP announces.') {
                    perMember(); key "bgp.${ip}.nexthop"; serverDefault 'the member\'s address'
                }
                attribute("${ip}.zone", reference('zone'), 'The reverse zone of its addresses.') {
                    key "dns.zone.reverse.${ip}"; serverDefault 'none'
                }
            }
            attribute('ipv4.dhcp.gateway', address(IPV4), 'The gateway that DHCP announces.') { key 'ipv4.dhcp.gateway'; serverDefault 'the bridge\'s address' }
            part('tunnel.', 'tunnel', 'A tunnel of the bridge to another host, or between all members by multicast.') {
                example '''
                    bridge lan {
                      ipv4 { address = 10.50.0.1/24 }
                      tunnel all { protocol = vxlan  id = 42  group = 239.0.0.42 }
                    }
                '''
                attribute('protocol', words('gre', 'vxlan'), 'The kind of tunnel.') { required(); key 'protocol' }
                attribute('local', address, 'The local address.') { key 'local' }
                attribute('remote', address, 'The address of the other end.') { key 'remote' }
                attribute('group', address, 'The multicast group of all tunnel ends.') { key 'group'; serverDefault '239.0.0.1' }
                attribute('nic', nic, 'The interface that the tunnel uses.') { key 'interface' }
                attribute('id', whole(0..16777215), 'Its number.') { key 'id'; serverDefault '0' }
                attribute('port', whole(1..65535), 'Its UDP port.') { key 'port' }
                attribute('ttl', whole(1..255), 'How many routers its packets may pass (TTL).') { key 'ttl'; serverDefault '1' }
            }
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [LxdNetworks.list()]
        for (String member : now.members()) {
            queries << Query.member(member, Ovn.LINKS)
            for (ResourceId bridge : LxdNetworks.bridges(now)) queries << Query.member(member, LxdNetworks.on(member, bridge))
        }
        return queries
    }

    @Override
    DesiredResource desired(Declaration declaration, PlanningContext now) {
        return DefaultRules.with(DesiredAttributes.of(declaration, now.cluster()))
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        return LxdNetworks.found('bridge', kind(), now)
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        return LinkRequirements.present(desired.declaration(), 'nics', now)
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        List<Diagnostic> wrong = ServerLimits.bridge(change, now)
        if (change.action() == Action.CREATE) wrong += LinkRequirements.namesakes(change, now)
        if (change.desired().present && !change.of('nics').empty) wrong += LinkRequirements.free(change.desired().get().declaration(), 'nics', now)
        return wrong
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return LxdNetworks.createOnMembers(change, now)
            case Action.CHANGE: return update(change, now)
            default: return [LxdNetworks.remove(change, now)]
        }
    }

    private static List<Step> update(Change change, PlanningContext now) {
        String description = LxdConfig.description(change)
        List<Step> steps = []
        for (String member : now.members()) {
            def after = LxdConfig.after(change, member)
            if (after.isEmpty()) continue
            def before = LxdConfig.before(change, member)
            steps << StepBuilder.on(change, member, "change bridge ${change.id().name()} on ${member}")
                .patch(LxdNetworks.on(member, change.id()), LxdConfig.body(after, description), before)
                .undo('put back what the plan shows')
                .step()
        }
        return steps + LxdNetworks.update(change, now, "${change.verb()} bridge ${change.id().name()}", LxdNetworks.renumbering(change)).after(StepBuilder.ids(steps))
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [LxdNetworks.release(change, now)]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        boolean behind = false
        for (Declaration network : now.program().all('network').toList())
            if (network.setting('uplink').orElse(null)?.value()?.text() == desired.id().name()) behind = true
        List<Probe> probes = []
        for (String member : now.members()) {
            probes << new NetworkCreatedProbe(desired.id(), member)
            probes << new BridgeInterfaceProbe(desired.id(), member)
            if (behind) probes << new UplinkBridgeProbe(desired.id(), member, now.members())
        }
        return probes
    }
}
