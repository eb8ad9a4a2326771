package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Naming
import mcnet.schema.Sentences
import mcnet.schema.Type

/** An address outside that leads to instances inside of one network. */
@CompileStatic
@POJO
class Forward implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('forward', 'An address on the uplink whose ports lead to instances of the network.')
                .within('network')
                .naming(Naming.ADDRESS)
                .says(Sentences.PORTS, Sentences.REST)
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('address', new Type.Words(['auto']), 'The server chooses the address; the forward has a name then.')),
        ]
    }
}
