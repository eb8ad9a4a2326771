package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.Naming
import mcnet.schema.Type

/** A tenant: networks of its own, and what it may use of the cluster's. */
@CompileStatic
@POJO
class Project implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('project', 'A tenant with networks of its own, and what it may use of the cluster\'s.')
                .naming(Naming.NETWORK)
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('networks', new Type.Words(['own', 'shared']), 'Whether its networks are its own; nested ones say so.').key('features.networks'))
                .with(new Attribute('zones', new Type.Either([new Type.Words(['own', 'shared']), new Type.ListOf(new Type.Domain())] as List<Type>),
                    'Whether its zones are its own, or the domains that it may have.').key('restricted.networks.zones'))
                .with(new Attribute('access', new Type.ListOf(new Type.Label()), 'The networks of others that it may use.').key('restricted.networks.access'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect')),

            Kind.of('grant', 'An uplink that the project may use, named by the uplink, and what of it.')
                .within('project')
                .unbuilt()
                .block('ipv4', 'What it may use of IPv4.')
                .with(new Attribute('ipv4.subnets', new Type.ListOf(new Type.Subnet(Family.IPV4)), 'Networks outside that it may route or listen on.'))
                .with(new Attribute('ipv4.addresses', new Type.Whole(0, 65535), 'How many addresses of the uplink it may take.'))
                .block('ipv6', 'What it may use of IPv6.')
                .with(new Attribute('ipv6.subnets', new Type.ListOf(new Type.Subnet(Family.IPV6)), 'Networks outside that it may route or listen on.'))
                .with(new Attribute('ipv6.addresses', new Type.Whole(0, 65535), 'How many addresses of the uplink it may take.')),

            Kind.of('limits', 'How much the project may make.')
                .within('project')
                .unnamed()
                .unbuilt()
                .with(new Attribute('networks', new Type.Whole(0, 100000), 'How many networks.').key('limits.networks')),
        ]
    }
}
