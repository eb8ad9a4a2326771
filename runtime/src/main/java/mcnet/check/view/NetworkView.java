package mcnet.check.view;

import inet.ipaddr.IPAddressSeqRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Statement;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * A {@code network} with its addresses.
 *
 * @param project the project it belongs to; empty: the one that all share
 * @param uplink empty where it is not known
 * @param acls those that are known
 */
public record NetworkView(Declaration declaration, String project, Optional<UplinkView> uplink, List<AclView> acls) {

    /** How one names it in a project. */
    public String reference(String from) {
        return project.equals(from) ? declaration.name() : project + "." + declaration.name();
    }

    /** It says that it has no uplink. */
    public boolean isIsolated() {
        return ListSettings.word(declaration, KindName.UPLINK).equals("none");
    }

    /** Forwards and balancers, by the address outside that they listen to. */
    public Stream<Declaration> listeners() {
        return Stream.concat(declaration.nested(KindName.FORWARD), declaration.nested(KindName.BALANCER));
    }

    /** What becomes of packets that no rule is about; empty: the server's choice, reject. */
    public Optional<Statement.Otherwise> otherwise(Statement.Direction direction) {
        return declaration.statements(Statement.Otherwise.class).filter(o -> o.direction() == direction).findFirst();
    }

    /** Both families' networks, as far as they are known. */
    List<IPAddressSeqRange> spaces() {
        return FamilyBlocks.BOTH.stream().flatMap(f -> address(f).stream()).map(AddressSpace::of).toList();
    }

    /** The router's address; empty also where the server chooses it. */
    public Optional<Value.Interface> address(Family family) {
        Setting said = declaration.settings().get(FamilyBlocks.path(family, "address"));
        return said != null && said.value() instanceof Value.Interface address
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Whether anything is said for a family. */
    boolean says(Family family) {
        String block = FamilyBlocks.block(family);
        for (String path : declaration.settings().keySet()) if (path.startsWith(block)) return true;
        return false;
    }

    /** It has addresses of the family, given or chosen by the server. */
    public boolean has(Family family) {
        return declaration.has(FamilyBlocks.path(family, "address"));
    }

    public boolean hidden(Family family) {
        return ListSettings.word(declaration, FamilyBlocks.path(family, "nat")).equals("true");
    }

    public Optional<Value.Address> outside(Family family) {
        return declaration.setting(FamilyBlocks.path(family, "outside")).map(s -> (Value.Address) s.value());
    }

    public String title() {
        return declaration.title();
    }
}
