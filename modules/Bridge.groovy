package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.NamingRule
import mcnet.schema.Type

/** Bridges without OVN: one of its own on each member, and Ubuntu's fan, which joins them without any database. */
@CompileStatic
@POJO
class Bridge implements Module {

    private static List<Kind> declare() {
        Kind bridge = Kind.of('bridge', 'A plain bridge on each member.')
            .naming(NamingRule.NETWORK)
            .unbuilt()
            .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
            .with(new Attribute('nics', new Type.ListOf(new Type.Nic()), 'Interfaces of the member that are added to it.').eachMember().key('bridge.external_interfaces'))
            .with(new Attribute('driver', new Type.Words(['native', 'openvswitch']), 'The driver of the bridge.').key('bridge.driver').serverDefault('native'))
            .with(new Attribute('mtu', new Type.Whole(1280, 16384), 'The MTU that instances get.').key('bridge.mtu').serverDefault('1500'))
            .with(new Attribute('mac', new Type.Mac(), 'The MAC address of the bridge.').key('bridge.hwaddr'))
            .with(new Attribute('domain', new Type.Domain(), 'The DNS domain of the instances.').key('dns.domain').serverDefault('lxd'))
            .with(new Attribute('search', new Type.ListOf(new Type.Domain()), 'Domains that instances search.').key('dns.search'))
            .with(new Attribute('names', new Type.Words(['none', 'managed', 'dynamic']), 'How instances get their names in DNS.').key('dns.mode').serverDefault('managed'))
            .with(new Attribute('dnsmasq', new Type.Text(), 'Lines for dnsmasq.').key('raw.dnsmasq'))
            .with(new Attribute('zone', new Type.Reference('zone'), 'The zone of the instances\' names.').key('dns.zone.forward'))
            .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect'))
        for (Family family : [Family.IPV4, Family.IPV6]) {
            String ip = family.name().toLowerCase(Locale.ROOT)
            bridge = bridge.block(ip, "${family == Family.IPV4 ? 'IPv4' : 'IPv6'} of the bridge; without this block the bridge has none.".toString(), 'none')
                .with(new Attribute("${ip}.address", new Type.Either([new Type.Interface(family), new Type.Words(['auto'])] as List<Type>),
                    'The bridge\'s address, with the length of the network.').key("${ip}.address").absent('none'))
                .with(new Attribute("${ip}.nat", new Type.Truth(), 'Whether instances use the member\'s address outside (NAT).').key("${ip}.nat").serverDefault('false'))
                .block("${ip}.nat", 'NAT in detail.')
                .with(new Attribute("${ip}.nat.address", new Type.Address(family), 'The source address of outgoing packets.').key("${ip}.nat.address"))
                .with(new Attribute("${ip}.nat.order", new Type.Words(['before', 'after']), 'Before or after the existing rules.').key("${ip}.nat.order"))
                .with(new Attribute("${ip}.dhcp", new Type.Truth(), 'Whether instances get their address by DHCP.').key("${ip}.dhcp").serverDefault('true'))
                .block("${ip}.dhcp", 'DHCP in detail.')
                .with(new Attribute("${ip}.dhcp.ranges", new Type.ListOf(new Type.Range(family)), 'The addresses that DHCP assigns.').key("${ip}.dhcp.ranges"))
                .with(new Attribute("${ip}.dhcp.expiry", new Type.Duration(), 'The DHCP lease time.').key("${ip}.dhcp.expiry").serverDefault('1h'))
                .with(new Attribute("${ip}.ranges", new Type.ListOf(new Type.Range(family)), 'The addresses that routers of OVN networks can get.').key("${ip}.ovn.ranges"))
                .with(new Attribute("${ip}.routes", new Type.ListOf(new Type.Subnet(family)), 'Further networks behind the bridge.').key("${ip}.routes"))
                .with(new Attribute("${ip}.routing", new Type.Truth(), 'Whether it routes.').key("${ip}.routing").serverDefault('true'))
                .with(new Attribute("${ip}.firewall", new Type.Truth(), 'Whether it sets firewall rules.').key("${ip}.firewall").serverDefault('true'))
                .with(new Attribute("${ip}.nexthop", new Type.Address(family), 'The next hop that BGP announces.').eachMember().key("bgp.${ip}.nexthop"))
        }
        bridge = bridge.with(new Attribute('ipv4.dhcp.gateway', new Type.Address(Family.IPV4), 'The gateway that DHCP announces.').key('ipv4.dhcp.gateway'))
        return [
            bridge,
            Kind.of('tunnel', 'A tunnel of the bridge.')
                .within('bridge')
                .unbuilt()
                .with(new Attribute('protocol', new Type.Words(['gre', 'vxlan']), 'The kind of tunnel.').mandatory().key('protocol'))
                .with(new Attribute('local', new Type.Address(Family.ANY), 'The local address.').eachMember().key('local'))
                .with(new Attribute('remote', new Type.Address(Family.ANY), 'The address of the other end.').key('remote'))
                .with(new Attribute('group', new Type.Address(Family.ANY), 'The multicast group of all tunnel ends.').key('group'))
                .with(new Attribute('nic', new Type.Nic(), 'The interface that the tunnel uses.').eachMember().key('interface'))
                .with(new Attribute('id', new Type.Whole(0, 16777215), 'Its number.').key('id'))
                .with(new Attribute('port', new Type.Whole(1, 65535), 'Its UDP port.').key('port'))
                .with(new Attribute('ttl', new Type.Whole(1, 255), 'How many routers its packets may pass (TTL).').key('ttl')),
            Kind.of('fan', 'Ubuntu\'s fan: instances of all members reach each other without OVN.')
                .naming(NamingRule.NETWORK)
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('over', new Type.Either([new Type.Subnet(Family.IPV4), new Type.Words(['auto'])] as List<Type>),
                    'The underlay network of the members; `auto` is the one with the default route.').key('fan.underlay_subnet').serverDefault('auto'))
                .with(new Attribute('overlay', new Type.Subnet(Family.IPV4), 'The overlay network, divided among the members.').key('fan.overlay_subnet').serverDefault('240.0.0.0/8'))
                .with(new Attribute('type', new Type.Words(['vxlan', 'ipip']), 'The kind of tunnel.').key('fan.type').serverDefault('vxlan'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect')),
        ]
    }

    @Override
    List<Kind> kinds() {
        return declare()
    }
}
