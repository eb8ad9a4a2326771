import mcnet.module.Module
import mcnet.module.declaration.Kinds

/** A kind of one's own, as an operator would write it. */
class Tag implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.resource('network', 'A word that people search for.') {
            attribute('colour', words('red', 'green'), 'How it is shown.') { required() }
        }
    }
}
