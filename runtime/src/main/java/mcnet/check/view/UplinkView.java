package mcnet.check.view;

import java.util.List;
import java.util.Optional;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Value;
import mcnet.schema.Family;

/** What networks are behind, with its addresses: an {@code uplink}, or a {@code bridge}, which is its own gateway. */
public record UplinkView(Declaration declaration) {

    /** Empty also where the server chooses the address of a bridge. */
    public Optional<Value.Interface> gateway(Family family) {
        return declaration.setting(FamilyBlocks.path(family, gatewayAttribute()))
                .map(s -> s.value()).filter(Value.Interface.class::isInstance).map(Value.Interface.class::cast);
    }

    /** Where a gateway is written, in the block of its family. */
    public String gatewayAttribute() {
        return isBridge() ? "address" : "gateway";
    }

    public boolean isBridge() {
        return declaration.kind().name().equals(KindName.BRIDGE);
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
