import mcnet.module.Module
import mcnet.module.declaration.Kinds

class Tag implements Module {
    Tag(String colour) { }

    @Override
    void declare(Kinds kinds) {
        kinds.kind('tag', 'A word that people search for.') { }
    }
}
