package mcnet.check;

import java.util.Optional;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * A {@code network} with its addresses.
 *
 * @param uplink empty where it is not known
 */
record Network(Declaration declaration, Optional<Uplink> uplink) {

    /** The router's address; empty also where the server chooses it. */
    Optional<Value.Interface> address(Family family) {
        return declaration.setting(Families.path(family, "address"))
                .filter(s -> s.value() instanceof Value.Interface)
                .map(s -> (Value.Interface) s.value());
    }

    /** It has addresses of the family, given or chosen by the server. */
    boolean has(Family family) {
        return declaration.has(Families.path(family, "address"));
    }

    boolean hidden(Family family) {
        return Lists.word(declaration, Families.path(family, "nat")).equals("true");
    }

    Optional<Value.Address> outside(Family family) {
        return declaration.setting(Families.path(family, "outside")).map(s -> (Value.Address) s.value());
    }

    String title() {
        return declaration.title();
    }
}
