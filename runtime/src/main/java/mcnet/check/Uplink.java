package mcnet.check;

import java.util.List;
import java.util.Optional;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/** An {@code uplink} with its addresses. */
record Uplink(Declaration declaration) {

    Optional<Value.Interface> gateway(Family family) {
        return declaration.setting(Families.path(family, "gateway")).map(s -> (Value.Interface) s.value());
    }

    /** Where routers of networks get their addresses. */
    List<Value.Range> ranges(Family family) {
        return Lists.of(declaration, Families.path(family, "ranges"), Value.Range.class);
    }

    List<Value.Subnet> routes(Family family) {
        return Lists.of(declaration, Families.path(family, "routes"), Value.Subnet.class);
    }

    /** LXD looks for no overlaps on such an uplink. */
    boolean allowsOverlaps(Family family) {
        return Lists.word(declaration, Families.path(family, "anycast")).equals("true")
                && Lists.word(declaration, "ingress").equals("routed");
    }

    String title() {
        return declaration.title();
    }
}
