import mcnet.module.Module
import mcnet.schema.Attribute
import mcnet.schema.Kind
import mcnet.schema.Type

/** A kind of one's own, as an operator would write it. */
class Tag implements Module {

    @Override
    List<Kind> kinds() {
        [Kind.of('network', 'A word that people search for.')
            .module(Tag.name)
            .with(new Attribute('colour', new Type.Words(['red', 'green']), 'How it is shown.').mandatory())
            .with(new Attribute('weight', new Type.Whole(1, 10), 'How far in front it stands.'))]
    }
}
