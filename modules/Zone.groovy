package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.Naming
import mcnet.schema.Type

/** Names of instances and records of one's own, served by the cluster to other name servers. */
@CompileStatic
@POJO
class Zone implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('zone', 'A DNS zone, forward by its domain, reverse by its network: zone 10.42.1.0/24 { }.')
                .within(',project')
                .naming(Naming.ZONE)
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('nameservers', new Type.ListOf(new Type.Text()), 'The name servers that the zone tells of.').key('dns.nameservers'))
                .with(new Attribute('nat', new Type.Truth(), 'Whether addresses behind NAT are told.').key('network.nat').serverDefault('true'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect')),

            Kind.of('secondary', 'A name server that may fetch the zone.')
                .within('zone')
                .unbuilt()
                .with(new Attribute('address', new Type.Address(Family.ANY), 'Where it asks from.').mandatory())
                .with(new Attribute('key', new Type.Secret(), 'Its TSIG key.')),

            Kind.of('record', 'A name of the zone and what is told of it.')
                .within('zone')
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('a', new Type.ListOf(new Type.Address(Family.IPV4)), 'Its IPv4 addresses.'))
                .with(new Attribute('aaaa', new Type.ListOf(new Type.Address(Family.IPV6)), 'Its IPv6 addresses.'))
                .with(new Attribute('cname', new Type.Text(), 'The name it stands for.'))
                .with(new Attribute('mx', new Type.ListOf(new Type.Text()), 'Its mail servers, the preference first.'))
                .with(new Attribute('txt', new Type.ListOf(new Type.Text()), 'Free texts.'))
                .with(new Attribute('srv', new Type.ListOf(new Type.Text()), 'Where a service is to be found.'))
                .with(new Attribute('ns', new Type.ListOf(new Type.Text()), 'Name servers of a zone below.'))
                .with(new Attribute('ptr', new Type.ListOf(new Type.Text()), 'The names of an address.'))
                .with(new Attribute('ttl', new Type.Duration(), 'How long others may keep the answer.').serverDefault('5m')),
        ]
    }
}
