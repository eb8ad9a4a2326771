package mcnet.check.rule.acl;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.view.AclView;
import mcnet.check.view.PacketSets;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Rule;
import mcnet.model.Statement.Verdict;

/** The server knows no order: drop wins over reject, reject over allow ({@code lxd/network/acl/acl_ovn.go}, the priorities of OVN). */
public final class RuleOrder implements mcnet.check.Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (AclView acl : facts.acls()) {
            PacketSets packets = new PacketSets(facts, acl.project());
            for (Direction direction : Direction.values()) {
                List<Rule> rules = acl.rules(direction);
                for (int i = 0; i < rules.size(); i++)
                    for (Rule later : rules.subList(i + 1, rules.size()))
                        check(rules.get(i), later, packets, report);
            }
        }
    }

    private static void check(Rule first, Rule later, PacketSets packets, Consumer<Diagnostic> report) {
        boolean weaker = rank(first.verdict()) < rank(later.verdict());
        if (weaker && PacketSets.overlap(first.traffic(), later.traffic())
                && PacketSets.overlapPorts(first.sourcePorts(), later.sourcePorts())
                && packets.overlapPlaces(first.from(), later.from()) && packets.overlapPlaces(first.to(), later.to()))
            report.accept(Diagnostic.error("MC0340", "the order of these rules has no effect",
                    new Label(first.span(), "written first, but weaker"), new Label(later.span(), "applied"
                            + " where both match"))
                    .why("the server ignores the order of rules: drop comes before reject, reject before allow;"
                            + " a reader expects the first rule to apply")
                    .fix("write the " + later.verdict().name().toLowerCase(java.util.Locale.ROOT)
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
