package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Family
import mcnet.schema.Kind
import mcnet.schema.NamingRule
import mcnet.schema.StatementKinds
import mcnet.schema.Type

/** An address outside whose connections are spread over several instances of one network. */
@CompileStatic
@POJO
class Balancer implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('balancer', 'An address on the uplink whose connections are distributed over instances of the network.')
                .within('network')
                .naming(NamingRule.ADDRESS)
                .says(StatementKinds.PORTS)
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('address', new Type.Words(['auto']), 'The server chooses the address; the balancer then has a name.')),

            Kind.of('backend', 'One instance behind a balancer.')
                .within('balancer')
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('address', new Type.Address(Family.ANY), 'The address of the instance.').mandatory())
                .with(new Attribute('port', new Type.Whole(1, 65535), 'The port on the instance; default: the listen port.')),

            Kind.of('pool', 'Instances behind a balancer, found by the server itself.')
                .within('balancer')
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('port', new Type.Whole(1, 65535), 'The port on each instance.').mandatory())
                .with(new Attribute('protocol', new Type.Words(['tcp', 'udp']), 'The protocol that is balanced.').serverDefault('tcp')),

            Kind.of('health', 'Health checks of the instances.')
                .within('balancer,pool')
                .unnamed()
                .unbuilt()
                .with(new Attribute('interval', new Type.Duration(), 'The time between two checks.').serverDefault('5s'))
                .with(new Attribute('timeout', new Type.Duration(), 'How long an answer may take.').serverDefault('3s'))
                .with(new Attribute('up', new Type.Whole(1, 1000), 'How many successful checks mark an instance as up.').serverDefault('1'))
                .with(new Attribute('down', new Type.Whole(1, 1000), 'How many failed checks mark it as down.').serverDefault('1')),
        ]
    }
}
