package mcnet.modules

import static mcnet.schema.NamingRule.ADDRESS
import static mcnet.schema.StatementKinds.PORTS

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.module.declaration.Kinds

/** An address outside whose connections are spread over several instances of one network. */
@CompileStatic
@POJO
class Balancer implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.kind('balancer', 'An address on the uplink whose connections are distributed over instances of the network.') {
            within 'network'
            naming ADDRESS
            statements PORTS
            unsupported()
            partOf 'network', 'load-balancers', 'ovn'
            nameKey 'listen_address'
            since 'network_load_balancer'
            command 'network load-balancer'
            ownKeys()
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  balancer 198.51.100.140 {
                    backend web1 { address = 10.42.1.10 }
                    backend web2 { address = 10.42.1.11 }
                    tcp 80 -> web1, web2
                  }
                }
            '''
            description()
            attribute('address', words('auto'), 'The server chooses the address; the balancer then has a name.')
        }

        kinds.kind('backend', 'One instance behind a balancer.') {
            within 'balancer'
            unsupported()
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  balancer 198.51.100.140 {
                    backend web1 { address = 10.42.1.10  port = 8080 }
                    tcp 80 -> web1
                  }
                }
            '''
            description()
            attribute('address', address, 'The address of the instance.') { required() }
            attribute('port', whole(1..65535), 'The port on the instance; default: the listen port.')
        }

        kinds.kind('pool', 'Instances behind a balancer, found by the server itself.') {
            within 'balancer'
            unsupported()
            partOf 'network', 'load-balancer-pools', 'ovn'
            since 'network_load_balancer_pool'
            command 'network load-balancer pool'
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  balancer 198.51.100.140 {
                    pool web { port = 8080 }
                    tcp 80 -> web
                  }
                }
            '''
            description()
            attribute('port', whole(1..65535), 'The port on each instance.') { required() }
            attribute('protocol', words('tcp', 'udp'), 'The protocol that is balanced.') { serverDefault 'tcp' }
        }

        kinds.kind('health', 'Health checks of the instances.') {
            within 'balancer', 'pool'
            unnamed()
            unsupported()
            example '''
                network web {
                  uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  balancer 198.51.100.140 {
                    backend web1 { address = 10.42.1.10 }
                    health { interval = 10s  timeout = 5s }
                    tcp 80 -> web1
                  }
                }
            '''
            attribute('interval', duration, 'The time between two checks.') { serverDefault '5s' }
            attribute('timeout', duration, 'How long an answer may take.') { serverDefault '3s' }
            attribute('up', whole(1..1000), 'How many successful checks mark an instance as up.') { serverDefault '1' }
            attribute('down', whole(1..1000), 'How many failed checks mark it as down.') { serverDefault '1' }
        }
    }
}
