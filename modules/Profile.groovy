package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.Naming
import mcnet.schema.Sentences
import mcnet.schema.Type

/** How instances attach to networks: NICs of profiles, and of instances that exist. mcnet never makes an instance. */
@CompileStatic
@POJO
class Profile implements Module {

    private static List<Kind> declare() {
        Kind nic = Kind.of('nic', 'How instances attach to a network.')
            .within('profile,instance')
            .says(Sentences.DEFAULTS)
            .unbuilt()
            .with(new Attribute('network', new Type.Reference('network,bridge,fan'), 'The network.').mandatory().key('network'))
            .with(new Attribute('mac', new Type.Mac(), 'Its MAC address.').key('hwaddr'))
            .with(new Attribute('host_name', new Type.Nic(), 'What it is called on the member.').key('host_name'))
            .with(new Attribute('acls', new Type.ListOf(new Type.Reference('acl')), 'The rules that hold for it.').key('security.acls'))
            .with(new Attribute('acceleration', new Type.Words(['none', 'sriov', 'vdpa']), 'How packets pass the member.').key('acceleration').serverDefault('none'))
            .with(new Attribute('nested', new Type.Nic(), 'The NIC of the same instance that it stands behind.').key('nested'))
            .with(new Attribute('vlan', new Type.Whole(0, 4094), 'The VLAN it is on.').key('vlan'))
            .with(new Attribute('boot', new Type.Whole(0, 100000), 'Its priority to boot from.').key('boot.priority'))
        for (Family family : [Family.IPV4, Family.IPV6]) {
            String ip = family.name().toLowerCase(Locale.ROOT)
            nic = nic.block(ip, "${family == Family.IPV4 ? 'IPv4' : 'IPv6'} of the instance.".toString(), 'none')
                .with(new Attribute("${ip}.address", new Type.Address(family), 'Its address.').key("${ip}.address"))
                .with(new Attribute("${ip}.routes", new Type.ListOf(new Type.Subnet(family)), 'Networks behind it.').key("${ip}.routes"))
                .with(new Attribute("${ip}.external", new Type.ListOf(new Type.Subnet(family)), 'Networks outside that lead to it.')
                    .key("${ip}.routes.external"))
        }
        return [
            Kind.of('profile', 'NICs that instances get from a profile.')
                .within(',project')
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description')),
            Kind.of('instance', 'The NICs of an instance that exists.')
                .within(',project')
                .naming(Naming.HOSTNAME)
                .unbuilt(),
            nic.with(new Attribute('address', new Type.Address(Family.ANY), 'Its address, of the family it is.')),
        ]
    }

    @Override
    List<Kind> kinds() {
        return declare()
    }
}
