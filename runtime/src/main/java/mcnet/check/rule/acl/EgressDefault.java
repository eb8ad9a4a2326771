package mcnet.check.rule.acl;

import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AclView;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.KindName;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Otherwise;
import mcnet.model.Statement.Verdict;
import mcnet.model.Subject;

/**
 * Between instances of one network OVN asks the sender's default for egress first: LXD writes both defaults into the
 * network's port group, egress with priority 111 and ingress with 100 ({@code lxd/network/acl/acl_ovn.go}). Where egress
 * is allowed, no default for ingress parts them.
 */
public final class EgressDefault implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks()) {
            Optional<Otherwise> egress = network.otherwise(Direction.EGRESS);
            Optional<Otherwise> ingress = network.otherwise(Direction.INGRESS);
            boolean parted = ingress.filter(o -> o.verdict() != Verdict.ALLOW).isPresent();
            if (parted && !isSaid(network) && egress.filter(o -> o.verdict() == Verdict.ALLOW).isPresent())
                report.accept(Diagnostic
                        .warning("MC0486", "instances of " + network.title() + " still reach each other",
                                new Label(ingress.get().span(), "separates them only from other networks"),
                                new Label(egress.get().span(), "is applied first between its own instances"))
                        .why("inside one network the server applies the sender's default for egress before the"
                                + " receiver's default for ingress")
                        .fix("to separate them, write otherwise reject egress, and rules for what they may"
                                + " reach; if they may reach each other, write in an acl of the network: allow"
                                + " ingress from internal"));
        }
    }

    /** A rule lets its own instances in, whatever they send: what would be so anyway is what the file says. */
    private static boolean isSaid(NetworkView network) {
        return network.acls().stream().anyMatch(acl -> acl.rules(Direction.INGRESS).stream()
                .filter(r -> r.verdict() == Verdict.ALLOW && r.traffic().isEmpty() && r.sourcePorts().isEmpty()
                        && r.to().isEmpty())
                .anyMatch(r -> r.from().isEmpty()
                        || r.from().stream().anyMatch(place -> isOwn(place, network, acl))));
    }

    private static boolean isOwn(Subject place, NetworkView network, AclView acl) {
        return switch (place) {
            case Subject.Word(String word, _) -> word.equals("internal") || word.equals("any");
            case Subject.Thing(String kind, String name, _) ->
                kind.equals(KindName.NETWORK) && name.equals(network.reference(acl.project()));
            case Subject.Addresses _,Subject.PeerSide _ -> false;
        };
    }
}
