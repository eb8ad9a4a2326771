package mcnet.check.rule.peer;

import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.schema.Family;

/** Two networks that are joined do not overlap and have a family in common, and each has a name for its side. */
public final class PeerNetworks implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().ofKind(KindName.PEER).forEach(peer -> {
            Optional<NetworkView> left = facts.network(ListSettings.word(peer, "left"), "");
            Optional<NetworkView> right = facts.network(ListSettings.word(peer, "right"), "");
            if (left.isPresent() && right.isPresent()) {
                for (Family family : FamilyBlocks.BOTH)
                    check(peer, left.get(), right.get(), family, report);
                common(peer, left.get(), right.get(), facts, report);
            }
            peer.setting("names").filter(_ -> ListSettings.texts(peer, "names").size() != 2)
                    .ifPresent(n -> report.accept(Diagnostic.error("MC0353", "a peering must have two names",
                            new Label(n.value().span(), "")).why("the server stores one object on each side")
                            .fix("write names = [to-db, to-web], the left network's first")));
        });
    }

    private static void check(Declaration peer, NetworkView left, NetworkView right, Family family,
            Consumer<Diagnostic> report) {
        left.address(family).ifPresent(a -> right.address(family)
                .filter(b -> AddressSpace.of(a).overlaps(AddressSpace.of(b)))
                .ifPresent(b -> report.accept(Diagnostic.error("MC0352", left.title() + " and " + right.title()
                        + " overlap and are peered", new Label(peer.span(), ""), new Label(a.span(), ""),
                        new Label(b.span(), ""))
                        .why("an address in both would reach only one of them")
                        .fix("give one of them another subnet"))));
    }

    /** LXD 5.0.2 joins them all the same. */
    private static void common(Declaration peer, NetworkView left, NetworkView right, ProgramView facts,
            Consumer<Diagnostic> report) {
        if (FamilyBlocks.BOTH.stream().anyMatch(f -> mayHave(left, f, facts) && mayHave(right, f, facts)))
            return;
        report.accept(Diagnostic.error("MC0376", left.title() + " and " + right.title() + " have no address"
                + " family in common",
                new Label(peer.span(), ""), new Label(left.declaration().span(), ""),
                new Label(right.declaration().span(), "")).why("no packet could pass from one to the other")
                .fix("give both IPv4 or both IPv6"));
    }

    private static boolean mayHave(NetworkView network, Family family, ProgramView facts) {
        return network.has(family)
                || facts.invalidParts().about(network.declaration(), FamilyBlocks.path(family, "address"));
    }
}
