package mcnet.modules

import groovy.transform.CompileStatic
import groovy.transform.stc.POJO
import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Naming
import mcnet.schema.Sentences
import mcnet.schema.Type

/**
 * Rules for packets. The server knows no order among them: drop wins over reject, reject over allow, so a list of rules
 * that reads otherwise is refused ({@code lxd/network/acl/acl_ovn.go}).
 */
@CompileStatic
@POJO
class Acl implements Module {

    @Override
    List<Kind> kinds() {
        return [
            Kind.of('acl', 'Rules for what may come in and go out of the networks and NICs that carry it.')
                .within(',project')
                .naming(Naming.LABEL)
                .says(Sentences.RULES)
                .unbuilt()
                .with(new Attribute('description', new Type.Text(), 'Free text for people.').key('description'))
                .with(new Attribute('protect', new Type.Truth(), 'Refuses removal while true.').key('user.mcnet.protect')),
        ]
    }
}
