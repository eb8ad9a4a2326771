package mcnet.reach.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.check.view.AclView;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.model.Declaration;
import mcnet.model.IgnoredPaths;
import mcnet.model.KindName;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Otherwise;
import mcnet.model.Statement.Rule;
import mcnet.reach.packet.AddressBlocks;

/** NICs as groups of hosts, with the rules that hold for them. */
final class GroupReader {
    private static final String ACLS = "acls";

    private GroupReader() {}

    /** Those that the file does not name have the network's rules alone. */
    static HostGroup unnamed(NetworkView network, String key, AddressBlocks addresses, boolean others,
            ProgramView program) {
        return new HostGroup("network " + key, key, addresses, network.acls(), unknown(network, key, others, program),
                network.otherwise(Direction.EGRESS), network.otherwise(Direction.INGRESS),
                network.declaration().span());
    }

    static HostGroup named(Declaration nic, NetworkView network, String key, AddressBlocks addresses, boolean others,
            ProgramView program) {
        List<String> names = ListSettings.texts(nic, ACLS);
        List<AclView> acls = new ArrayList<>(network.acls());
        program.acls().stream().filter(a -> a.project().equals(nic.inside().networks())
                && names.contains(a.declaration().name()) && !acls.contains(a)).forEach(acls::add);
        String unknown = unknown(network, key, others, program);
        if (unknown.isEmpty()) unknown = unknown(acls, program);
        if (unknown.isEmpty() && IgnoredPaths.of(nic).has(ACLS))
            unknown = "others manage the ACLs of " + title(nic, program);
        return new HostGroup(title(nic, program), key, addresses, acls, unknown,
                otherwise(nic, Direction.EGRESS).or(() -> network.otherwise(Direction.EGRESS)),
                otherwise(nic, Direction.INGRESS).or(() -> network.otherwise(Direction.INGRESS)), nic.span());
    }

    private static String title(Declaration nic, ProgramView program) {
        return Stream.of(KindName.INSTANCE, KindName.PROFILE)
                .flatMap(kind -> Stream.concat(program.program().all(kind), program.program().existing(kind)))
                .filter(c -> c.nested().stream().anyMatch(n -> n == nic)).findFirst()
                .map(c -> (c.kind().name().equals(KindName.PROFILE) ? "an instance with " : "") + c.title())
                .orElse(nic.title());
    }

    private static Optional<Otherwise> otherwise(Declaration nic, Direction direction) {
        return nic.statements(Otherwise.class).filter(o -> o.direction() == direction).findFirst();
    }

    private static String unknown(NetworkView network, String key, boolean others, ProgramView program) {
        if (others) return "the ACLs of network " + key + ", which another program manages, are not known";
        if (IgnoredPaths.of(network.declaration()).has(ACLS)) return "others manage the ACLs of network " + key;
        if (ListSettings.texts(network.declaration(), ACLS).size() > network.acls().size())
            return "the rules of an acl of network " + key + " are not in the file";
        return unknown(network.acls(), program);
    }

    /** One that others manage, without its rules in the file. */
    private static String unknown(List<AclView> acls, ProgramView program) {
        return acls.stream().map(AclView::declaration)
                .filter(a -> program.program().existing().stream().anyMatch(e -> e == a))
                .filter(a -> a.statements(Rule.class).findAny().isEmpty()).findFirst()
                .map(a -> "the rules of acl " + a.name() + " are not in the file").orElse("");
    }
}
