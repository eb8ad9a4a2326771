package mcnet.check.view;

import java.util.List;
import java.util.Optional;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/** An {@code uplink} with its addresses. */
public record UplinkView(Declaration declaration) {

    public Optional<Value.Interface> gateway(Family family) {
        return declaration.setting(FamilyBlocks.path(family, "gateway")).map(s -> (Value.Interface) s.value());
    }

    /** Where routers of networks get their addresses. */
    public List<Value.Range> ranges(Family family) {
        return ListSettings.of(declaration, FamilyBlocks.path(family, "ranges"), Value.Range.class);
    }

    public List<Value.Subnet> routes(Family family) {
        return ListSettings.of(declaration, FamilyBlocks.path(family, "routes"), Value.Subnet.class);
    }

    /** LXD looks for no overlaps on such an uplink. */
    public boolean allowsOverlaps(Family family) {
        return ListSettings.word(declaration, FamilyBlocks.path(family, "anycast")).equals("true")
                && ListSettings.word(declaration, "ingress").equals("routed");
    }

    public String title() {
        return declaration.title();
    }
}
