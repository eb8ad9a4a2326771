package mcnet.modules

import static mcnet.schema.Family.IPV4
import static mcnet.schema.Namespace.CLUSTER
import static mcnet.schema.NamingRule.MEMBER

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.module.declaration.Kinds
import mcnet.product.AssumedServer

/** Where to connect. It describes the cluster and changes nothing on it. */
@CompileStatic
@POJO
class Cluster implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.kind('cluster', 'Members that form one cluster of LXD or Incus, and how to reach them.') {
            example '''
                cluster berlin {
                  member micro1 { address = 10.77.0.11 }
                  member micro2 { address = 10.77.0.12 }
                  member micro3 { address = 10.77.0.13 }
                }
            '''
            attribute('server', words(AssumedServer.words()), 'The server that `check` goes by: `incus` since Incus 6.16, `incus-6.0` before; lxd where nothing is said. A cluster with another one is an error.')
            attribute('subnet', subnet, 'Where the members\' addresses lie; checked.')
            attribute('offline_after', duration, 'How long a member may be silent before it counts as offline.') {
                key 'cluster.offline_threshold'; unsupported()
            }
            block('ovn', 'The databases of OVN; what is not said is not touched.')
            attribute('ovn.northbound', list(text), 'Where the northbound database listens.') { unsupported() }
            attribute('ovn.bridge', nic, 'The integration bridge.') { unsupported() }
            attribute('ovn.ca', secret, 'The certificate of the authority.') { unsupported() }
            attribute('ovn.cert', secret, 'The certificate of LXD.') { unsupported() }
            attribute('ovn.key', secret, 'Its private key.') { unsupported() }
            block('bgp', 'BGP of the whole cluster.')
            attribute('bgp.asn', whole(1L..4294967294L), 'The number of its autonomous system; checked, never set.')
        }

        kinds.kind('member', 'One member of the cluster, under the name that the server gave it.') {
            within 'cluster'
            naming MEMBER
            namespace CLUSTER
            example '''
                cluster berlin {
                  member micro1 { address = 10.77.0.11  groups = [rack1] }
                  member micro2 { address = 10.77.0.12  groups = [rack2] }
                }
            '''
            attribute('address', either(address, domain), 'The address or host name that SSH dials; without it the member\'s name.')
            attribute('underlay', address, 'The address at which this member ends its OVN tunnels.')
            attribute('groups', list(label), 'Names for several members at once, which `on` takes.')
            attribute('roles', list(words('ovn-chassis', 'event-hub', 'control-plane', 'database-client')), 'The roles that it is given by hand; the others the server gives itself.') {
                unsupported()
            }
            attribute('failure_domain', label, 'What it shares its fate with: a rack, a power line.') { unsupported() }
            block('bgp', 'BGP of this member.')
            attribute('bgp.address', text, 'Where it listens; checked, never set.')
            attribute('bgp.router_id', address(IPV4), 'Its router id; checked, never set.')
            block('dns', 'The name server of this member.')
            attribute('dns.address', text, 'Where it listens; checked, never set.')
        }

        kinds.kind('ssh', 'How to reach the members. What it leaves out is as for ssh itself.') {
            within 'cluster', 'member'
            unnamed()
            example '''
                cluster berlin {
                  ssh { user = "admin"  jump = "bastion.example.org" }
                  member micro1 { address = 10.77.0.11 }
                }
            '''
            attribute('user', text, 'The user to log in as.')
            attribute('port', whole(1..65535), 'The port of the SSH server.')
            attribute('identity', path, 'The file of the private key.')
            attribute('known_hosts', path, 'The file that holds the hosts\' keys, instead of the user\'s own; it lifts no revocation.')
            attribute('host_key', text, 'The fingerprint of the one host key to take, SHA256:…; then known_hosts does not count, but for revoked keys.')
            attribute('jump', text, 'The machines to pass on the way, as ssh takes them: USER@HOST:PORT, several with commas.')
            attribute('sudo', truth, 'Whether to ask LXD by sudo in any case, and not through its socket.')
            attribute('config', path, 'The file to read as ssh\'s configuration; counts where --ssh-config or MCNET_SSH_CONFIG names it too.')
        }
    }
}
