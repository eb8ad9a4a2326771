package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.NamingRule.NETWORK

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.module.declaration.Kinds
import mcnet.schema.Family

/** Bridges without OVN: one of its own on each member, and Ubuntu's fan, which joins them without any database. */
@CompileStatic
@POJO
class Bridge implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.kind('bridge', 'A plain bridge on each member.') {
            naming NETWORK
            unsupported()
            api 'networks', 'bridge'
            command 'network'
            ownKeys 'network-bridge', 'bridges'
            example '''
                bridge lan {
                  ipv4 { address = 10.50.0.1/24  nat = true }
                }
            '''
            description()
            attribute('nics', list(nic), 'Interfaces of the member that are added to it.') { perMember(); key 'bridge.external_interfaces' }
            attribute('driver', words('native', 'openvswitch'), 'The driver of the bridge.') { key 'bridge.driver'; serverDefault 'native' }
            attribute('mtu', whole(1280..16384), 'The MTU that instances get.') { key 'bridge.mtu'; serverDefault '1500' }
            attribute('mac', mac, 'The MAC address of the bridge.') { key 'bridge.hwaddr' }
            attribute('domain', domain, 'The DNS domain of the instances.') { key 'dns.domain'; serverDefault 'lxd, on Incus incus' }
            attribute('search', list(domain), 'Domains that instances search.') { key 'dns.search' }
            attribute('names', words('none', 'managed', 'dynamic'), 'How instances get their names in DNS.') {
                key 'dns.mode'; serverDefault 'managed'
            }
            attribute('dnsmasq', text, 'Lines for dnsmasq.') { key 'raw.dnsmasq' }
            attribute('zone', reference('zone'), 'The zone of the instances\' names.') { key 'dns.zone.forward' }
            protect()
            families { Family family ->
                String ip = family.prefix()
                block(ip, "${family.title()} of the bridge; without this block the bridge has none.", 'none')
                attribute("${ip}.address", either(interfaceAddress(family), words('auto')), 'The bridge\'s address, with the length of the network.') {
                    key "${ip}.address"; whenUnset 'none'
                }
                attribute("${ip}.nat", truth, 'Whether instances use the member\'s address outside (NAT).') { key "${ip}.nat"; serverDefault 'false' }
                block("${ip}.nat", 'NAT in detail.')
                attribute("${ip}.nat.address", address(family), 'The source address of outgoing packets.') { key "${ip}.nat.address" }
                attribute("${ip}.nat.order", words('before', 'after'), 'Before or after the existing rules.') { key "${ip}.nat.order" }
                attribute("${ip}.dhcp", truth, 'Whether instances get their address by DHCP.') { key "${ip}.dhcp"; serverDefault 'true' }
                block("${ip}.dhcp", 'DHCP in detail.')
                attribute("${ip}.dhcp.ranges", list(range(family)), 'The addresses that DHCP assigns.') { key "${ip}.dhcp.ranges" }
                attribute("${ip}.dhcp.expiry", duration, 'The DHCP lease time.') { key "${ip}.dhcp.expiry"; serverDefault '1h' }
                attribute("${ip}.ranges", list(range(family)), 'The addresses that routers of OVN networks can get.') { key "${ip}.ovn.ranges" }
                attribute("${ip}.routes", list(subnet(family)), 'Further networks behind the bridge.') { key "${ip}.routes" }
                attribute("${ip}.routing", truth, 'Whether it routes.') { key "${ip}.routing"; serverDefault 'true' }
                attribute("${ip}.firewall", truth, 'Whether it sets firewall rules.') { key "${ip}.firewall"; serverDefault 'true' }
                attribute("${ip}.nexthop", address(family), 'The next hop that BGP announces.') { perMember(); key "bgp.${ip}.nexthop" }
            }
            attribute('ipv4.dhcp.gateway', address(IPV4), 'The gateway that DHCP announces.') { key 'ipv4.dhcp.gateway' }
        }

        kinds.kind('tunnel', 'A tunnel of the bridge.') {
            within 'bridge'
            unsupported()
            example '''
                bridge lan {
                  ipv4 { address = 10.50.0.1/24 }
                  tunnel all { protocol = vxlan  id = 42  group = 239.0.0.42 }
                }
            '''
            attribute('protocol', words('gre', 'vxlan'), 'The kind of tunnel.') { required(); key 'protocol' }
            attribute('local', address, 'The local address.') { perMember(); key 'local' }
            attribute('remote', address, 'The address of the other end.') { key 'remote' }
            attribute('group', address, 'The multicast group of all tunnel ends.') { key 'group' }
            attribute('nic', nic, 'The interface that the tunnel uses.') { perMember(); key 'interface' }
            attribute('id', whole(0..16777215), 'Its number.') { key 'id' }
            attribute('port', whole(1..65535), 'Its UDP port.') { key 'port' }
            attribute('ttl', whole(1..255), 'How many routers its packets may pass (TTL).') { key 'ttl' }
        }

        kinds.kind('fan', 'Ubuntu\'s fan: instances of all members reach each other without OVN.') {
            naming NETWORK
            unsupported()
            api 'networks'
            command 'network'
            ownKeys 'network-bridge', 'bridges'
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
            protect()
        }
    }
}
