package mcnet.check.rule.acl;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import mcnet.check.view.AclView;
import mcnet.check.view.PacketSets;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Rule;
import mcnet.model.Statement.Verdict;
import mcnet.product.ServerFacts;

/**
 * The server knows no order: drop wins over reject, reject over allow ({@code lxd/network/acl/acl_ovn.go}, the priorities
 * of OVN), or the other way round where the server has that for networks that allow what no rule is about
 * ({@link ServerFacts#hasDirectionalAcls}).
 */
public final class RuleOrder implements mcnet.check.Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (AclView acl : facts.acls()) {
            PacketSets packets = new PacketSets(facts, acl.project());
            for (Direction direction : Direction.values()) {
                boolean reversed = isReversed(acl, direction, facts);
                List<Rule> rules = acl.rules(direction);
                for (int i = 0; i < rules.size(); i++)
                    for (Rule later : rules.subList(i + 1, rules.size()))
                        check(rules.get(i), later, reversed, packets, report);
            }
        }
    }

    /** Only where each network that carries it allows the rest: where they differ, no order of the rules is right for all. */
    private static boolean isReversed(AclView acl, Direction direction, ProgramView facts) {
        List<Boolean> allows = facts.networks().stream().filter(network -> network.acls().contains(acl))
                .map(network -> network.otherwise(direction).filter(o -> o.verdict() == Verdict.ALLOW).isPresent())
                .distinct().toList();
        return facts.server().hasDirectionalAcls() && allows.equals(List.of(true));
    }

    private static void check(Rule first, Rule later, boolean reversed, PacketSets packets,
            Consumer<Diagnostic> report) {
        int more = rank(later.verdict()) - rank(first.verdict());
        boolean weaker = reversed ? more < 0 : more > 0;
        if (weaker && PacketSets.overlap(first.traffic(), later.traffic())
                && PacketSets.overlapPorts(first.sourcePorts(), later.sourcePorts())
                && packets.overlapPlaces(first.from(), later.from()) && packets.overlapPlaces(first.to(), later.to()))
            report.accept(Diagnostic.error("MC0340", "the order of these rules has no effect",
                    new Label(first.span(), "written first, but weaker"), new Label(later.span(), "applied"
                            + " where both match"))
                    .why("the server ignores the order of rules: "
                            + (reversed
                                    ? "this product, where the network's default is allow, applies allow before"
                                            + " reject, reject before drop"
                                    : "drop comes before reject, reject before allow")
                            + "; a reader expects the first rule to apply")
                    .fix("write the " + later.verdict().name().toLowerCase(Locale.ROOT)
                            + " first, or make one of them narrower"));
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> 0;
            case REJECT -> 1;
            case DROP -> 2;
        };
    }
}
