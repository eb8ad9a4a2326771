package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Type

/** A way between two networks that does not lead over the outside: one sentence, one LXD object on either side. */
@CompileStatic
@POJO
class Peer implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('peer', 'A way between two networks that does not lead over the outside: peer A <-> B.')
                .unbuilt()
                .with(new Attribute('left', new Type.Reference('network'), 'The network before the arrow.'))
                .with(new Attribute('right', new Type.Reference('network'), 'The network behind the arrow.'))
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('names', new Type.ListOf(new Type.Label()), 'What the two sides are called on the server, left first.')),
        ]
    }
}
