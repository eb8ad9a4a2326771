package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.NamingRule
import mcnet.schema.Type

/** Where to connect. It describes the cluster and changes nothing on it. */
@CompileStatic
@POJO
class Cluster implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('cluster', 'Members that form one LXD cluster, and how to reach them.')
                .with(new Attribute('subnet', new Type.Subnet(Family.ANY), 'Where the members\' addresses lie; checked.'))
                .with(new Attribute('offline_after', new Type.Duration(), 'How long a member may be silent before it counts as offline.')
                    .key('cluster.offline_threshold').unbuilt())
                .block('ovn', 'The databases of OVN; what is not said is not touched.')
                .with(new Attribute('ovn.northbound', new Type.ListOf(new Type.Text()), 'Where the northbound database listens.').unbuilt())
                .with(new Attribute('ovn.bridge', new Type.Nic(), 'The integration bridge.').unbuilt())
                .with(new Attribute('ovn.ca', new Type.Secret(), 'The certificate of the authority.').unbuilt())
                .with(new Attribute('ovn.cert', new Type.Secret(), 'The certificate of LXD.').unbuilt())
                .with(new Attribute('ovn.key', new Type.Secret(), 'Its private key.').unbuilt())
                .block('bgp', 'BGP of the whole cluster.')
                .with(new Attribute('bgp.asn', new Type.Whole(1, 4294967294), 'The number of its autonomous system; checked, never set.')),

            Kind.of('member', 'One member of the cluster, under the name that the server gave it.')
                .within('cluster')
                .naming(NamingRule.MEMBER)
                .with(new Attribute('address', new Type.Either([new Type.Address(Family.ANY), new Type.Domain()] as List<Type>),
                    'The address or host name that SSH dials; without it the member\'s name.'))
                .with(new Attribute('underlay', new Type.Address(Family.ANY),
                    'The address at which this member ends its OVN tunnels.'))
                .with(new Attribute('groups', new Type.ListOf(new Type.Label()), 'Names for several members at once, which `on` takes.'))
                .with(new Attribute('roles', new Type.ListOf(new Type.Words(['ovn-chassis', 'event-hub', 'control-plane', 'database-client'])), 'The roles that it is given by hand; the others the server gives itself.').unbuilt())
                .with(new Attribute('failure_domain', new Type.Label(), 'What it shares its fate with: a rack, a power line.').unbuilt())
                .block('bgp', 'BGP of this member.')
                .with(new Attribute('bgp.address', new Type.Text(), 'Where it listens; checked, never set.'))
                .with(new Attribute('bgp.router_id', new Type.Address(Family.IPV4), 'Its router id; checked, never set.'))
                .block('dns', 'The name server of this member.')
                .with(new Attribute('dns.address', new Type.Text(), 'Where it listens; checked, never set.')),

            Kind.of('ssh', 'How to reach the members. What it leaves out is as for ssh itself.')
                .within('cluster,member')
                .unnamed()
                .with(new Attribute('user', new Type.Text(), 'The user to log in as.'))
                .with(new Attribute('port', new Type.Whole(1, 65535), 'The port of the SSH server.'))
                .with(new Attribute('identity', new Type.Path(), 'The file of the private key.'))
                .with(new Attribute('known_hosts', new Type.Path(), 'The file that holds the hosts\' keys, instead of the user\'s own; it lifts no revocation.'))
                .with(new Attribute('host_key', new Type.Text(),
                    'The fingerprint of the one host key to take, SHA256:…; then known_hosts does not count, but for revoked keys.'))
                .with(new Attribute('jump', new Type.Text(),
                    'The machines to pass on the way, as ssh takes them: USER@HOST:PORT, several with commas.'))
                .with(new Attribute('sudo', new Type.Truth(),
                    'Whether to ask LXD by sudo in any case, and not through its socket.'))
                .with(new Attribute('config', new Type.Path(),
                    'The file to read as ssh\'s configuration; counts where --ssh-config or MCNET_SSH_CONFIG names it too.')),
        ]
    }
}
