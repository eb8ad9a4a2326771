package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.NamingRule.INTERFACE

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.diagnostic.Diagnostic
import mcnet.link.FanRequirements
import mcnet.link.LinkRequirements
import mcnet.lxd.LxdNetworks
import mcnet.lxd.server.ServerLimits
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
import mcnet.plan.Step
import mcnet.probe.FanInterfaceProbe
import mcnet.probe.NetworkCreatedProbe

/**
 * Ubuntu's fan: LXD's network type {@code bridge} in the mode {@code fan}. Each member's part of the overlay follows from
 * its address in the underlay, so that members find one another without a controller ({@code
 * lxd/network/driver_bridge.go fanAddress}).
 */
@CompileStatic
@POJO
class Fan implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('fan', 'Ubuntu\'s fan: instances of all members reach each other without OVN.') {
            naming INTERFACE
            since 'network-bridge bridge.mode'
            api 'networks', 'bridge'
            command 'network'
            ownKeys 'network-bridge', 'bridges'
            imported 2
            example '''
                fan overlay {
                  over = 10.77.0.0/16
                }
            '''
            description()
            attribute('over', either(subnet(IPV4), words('auto')), 'The underlay network of the members; `auto` is the one with the default route.') {
                key 'fan.underlay_subnet'; serverDefault 'auto'
            }
            attribute('overlay', subnet(IPV4), 'The overlay network, divided among the members.') {
                key 'fan.overlay_subnet'; serverDefault '240.0.0.0/8'
            }
            attribute('type', words('vxlan', 'ipip'), 'The kind of tunnel.') { key 'fan.type'; serverDefault 'vxlan' }
            attribute('driver', words('native', 'openvswitch'), 'The driver of the bridge.') { key 'bridge.driver'; serverDefault 'native' }
            attribute('mtu', whole(68..1480), 'The MTU that instances get.') { key 'bridge.mtu'; serverDefault 'from the underlay\'s MTU' }
            attribute('domain', domain, 'The DNS domain of the instances.') { key 'dns.domain'; serverDefault 'lxd' }
            attribute('search', list(domain), 'Domains that instances search.') { key 'dns.search'; serverDefault 'the domain' }
            attribute('names', words('none', 'managed', 'dynamic'), 'How instances get their names in DNS.') {
                key 'dns.mode'; serverDefault 'managed'
            }
            attribute('dnsmasq', text, 'Lines for dnsmasq.') { key 'raw.dnsmasq'; serverDefault 'none' }
            protect()
            ignore()
            block('ipv4', 'IPv4 of the fan, which has no other.')
            attribute('ipv4.nat', truth, 'Whether instances use the member\'s address outside (NAT).') { key 'ipv4.nat'; serverDefault 'true' }
            block('ipv4.nat', 'NAT in detail.')
            attribute('ipv4.nat.order', words('before', 'after'), 'Before or after the existing rules.') { key 'ipv4.nat.order'; serverDefault 'before' }
            attribute('ipv4.firewall', truth, 'Whether the server sets firewall rules for it.') { key 'ipv4.firewall'; serverDefault 'true' }
            block('ipv4.dhcp', 'DHCP in detail.')
            attribute('ipv4.dhcp.expiry', either(duration, words('infinite')), 'The DHCP lease time.') { key 'ipv4.dhcp.expiry'; serverDefault '1h' }
        }
    }

    @Override
    List<Query> queries(PlanningContext now) {
        List<Query> queries = [LxdNetworks.list()]
        if (!now.program().all('fan').iterator().hasNext()) return queries
        for (String member : now.members()) queries << Query.member(member, Ovn.LINKS)
        return queries
    }

    @Override
    List<ObservedResource> found(PlanningContext now) {
        return LxdNetworks.found('bridge', kind(), now)
    }

    @Override
    List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        List<Diagnostic> wrong = FanRequirements.kernels(desired.declaration(), now)
        wrong.addAll(FanRequirements.addresses(desired.declaration(), now))
        return wrong
    }

    @Override
    List<Diagnostic> obstacles(Change change, PlanningContext now) {
        List<Diagnostic> wrong = ServerLimits.fan(change, now)
        return change.action() == Action.CREATE ? wrong + LinkRequirements.namesakes(change, now) : wrong
    }

    @Override
    List<Step> steps(Change change, PlanningContext now) {
        switch (change.action()) {
            case Action.CREATE: return LxdNetworks.createOnMembers(change, now)
            case Action.CHANGE: return [LxdNetworks.update(change, now, "${change.verb()} fan ${change.id().name()}", interrupts(change))]
            default: return [LxdNetworks.remove(change, now)]
        }
    }

    private static String interrupts(Change change) {
        for (String attribute : ['over', 'overlay', 'type'])
            if (!change.of(attribute).empty) return "everything on ${change.id()}, until its instances have requested new addresses"
        return ''
    }

    @Override
    List<Step> release(Change change, PlanningContext now) {
        return [LxdNetworks.release(change, now)]
    }

    @Override
    List<Probe> probes(DesiredResource desired, PlanningContext now) {
        List<Probe> probes = []
        for (String member : now.members()) {
            probes << new NetworkCreatedProbe(desired.id(), member)
            probes << new FanInterfaceProbe(desired.id(), member)
        }
        return probes
    }
}
