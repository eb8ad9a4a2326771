import mcnet.module.Module
import mcnet.module.declaration.Kinds

class Tag implements Module {

    @Override
    void declare(Kinds kinds) {
        kinds.kind('tag', 'A word that people search for.') {
            attribute('colour', words('red', 'green'), 'How it is shown.') { requird() }
        }
    }
}
