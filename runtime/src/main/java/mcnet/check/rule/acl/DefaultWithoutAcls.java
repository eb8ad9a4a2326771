package mcnet.check.rule.acl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FlowNetworks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.InvalidParts;
import mcnet.model.KindName;
import mcnet.model.Statement;

/**
 * A default works only where at least one ACL is attached, to the network or to the NIC: a network's default holds for
 * NICs with ACLs of their own, and a NIC's default with the ACLs of its network
 * ({@code lxd/network/driver_ovn.go InstanceDevicePortStart}). Each direction has one.
 */
public final class DefaultWithoutAcls implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks())
            if (network.declaration().statements(Statement.Otherwise.class).findAny().isPresent())
                check(network.declaration(), facts, flows(facts, network) || carried(facts, network), report);
        nics(facts).forEach(nic -> check(nic, facts, onNetworkWithAcls(facts, nic), report));
    }

    private static List<Declaration> nics(ProgramView facts) {
        List<Declaration> nics = new ArrayList<>();
        facts.program().each(d -> {
            if (d.kind().name().equals(KindName.NIC)) nics.add(d);
        });
        return nics;
    }

    /** Some NIC of the file on the network has ACLs. */
    private static boolean carried(ProgramView facts, NetworkView network) {
        return nics(facts).stream().anyMatch(nic -> !facts.lacks(nic, "acls") && network(facts, nic)
                .filter(network::equals).isPresent());
    }

    /** The ACLs of a network that others manage are not known. */
    private static boolean onNetworkWithAcls(ProgramView facts, Declaration nic) {
        Optional<NetworkView> network = network(facts, nic);
        return network.isEmpty() || !facts.lacks(network.get().declaration(), "acls") || flows(facts, network.get());
    }

    private static Optional<NetworkView> network(ProgramView facts, Declaration nic) {
        return nic.setting("network").flatMap(n -> facts.network(n.value().text(), nic.inside().networks()));
    }

    /** A flow attaches an ACL of its own; so would one that could not be read and holds the network's name. */
    private static boolean flows(ProgramView facts, NetworkView network) {
        Set<String> unread = facts.invalidParts().names();
        return unread.contains(network.declaration().name()) || unread.contains(InvalidParts.ALL)
                || facts.program().flows().stream().flatMap(f -> FlowNetworks.by(f, facts)).anyMatch(network::equals);
    }

    /** @param elsewhere ACLs hold for it that are not its own */
    private static void check(Declaration declaration, ProgramView facts, boolean elsewhere,
            Consumer<Diagnostic> report) {
        Set<Statement.Direction> said = new HashSet<>();
        declaration.statements(Statement.Otherwise.class).forEach(otherwise -> {
            if (!elsewhere && facts.lacks(declaration, "acls"))
                report.accept(Diagnostic.warning("MC0341", declaration.title() + " has a default but no acl",
                        new Label(otherwise.span(), ""), new Label(declaration.span(), "no acls"))
                        .why("the server applies the default of a NIC or its network only where one of them has an"
                                + " acl; the file attaches none, and without an acl everything is allowed")
                        .fix("attach one: acls = [NAME]; an acl may be empty"));
            if (!said.add(otherwise.direction()))
                report.accept(Diagnostic.error("MC0342", "duplicate default", new Label(otherwise.span(), ""),
                        new Label(declaration.span(), "")).why("each direction has one default").fix("remove"
                                + " one of them"));
        });
    }
}
