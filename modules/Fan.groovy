package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.NamingRule.NETWORK

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.module.declaration.Kinds

/** Ubuntu's fan: bridges of all members, joined by addresses that each member computes, without any database. */
@CompileStatic
@POJO
class Fan implements Module {

    @Override
    void declare(Kinds kinds) {
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
