package mcnet.check.rule.acl;

import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AclView;
import mcnet.check.view.PacketSets;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;

/** Both sides of a rule and its protocol are of one family ({@code lxd/network/acl/driver_common.go validateRule}). */
public final class RuleFamilies implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (AclView acl : facts.acls())
            acl.declaration().statements(Statement.Rule.class)
                    .forEach(rule -> check(rule, new PacketSets(facts, acl.project()), report));
    }

    private static void check(Statement.Rule rule, PacketSets packets, Consumer<Diagnostic> report) {
        List<Boolean> from = families(rule.from(), packets);
        List<Boolean> to = families(rule.to(), packets);
        if (!from.isEmpty() && !to.isEmpty() && from.stream().noneMatch(to::contains))
            report.accept(Diagnostic.error("MC0354", "source and destination must be of the same family",
                    new Label(rule.span(), "")).why(
                            "no packet goes from IPv4 to IPv6, and the server refuses a"
                                    + " rule that no packet can match")
                    .fix("write both ends in one family"));
        for (Traffic traffic : rule.traffic()) {
            Optional<Boolean> four = switch (traffic.protocol()) {
                case ICMP4 -> Optional.of(true);
                case ICMP6 -> Optional.of(false);
                default -> Optional.empty();
            };
            List<Boolean> ends = new ArrayList<>(from);
            ends.addAll(to);
            if (four.isPresent() && !ends.isEmpty() && !ends.contains(four.get()))
                report.accept(Diagnostic.error("MC0355", traffic.protocol().name().toLowerCase(java.util.Locale.ROOT)
                        + " does not match the family of these addresses", new Label(traffic.span(), ""))
                        .why("IPv4 uses icmp4, IPv6 uses icmp6")
                        .fix("write " + (four.get() ? "icmp6" : "icmp4")));
        }
    }

    /** True for IPv4; empty: both or unknown. */
    private static List<Boolean> families(List<Subject> places, PacketSets packets) {
        List<Boolean> families = new ArrayList<>();
        for (Subject place : places) {
            Optional<List<IPAddressSeqRange>> ranges = packets.addresses(place);
            if (ranges.isEmpty())
                return List.of();
            ranges.get().forEach(r -> families.add(r.isIPv4()));
        }
        return families.stream().distinct().toList();
    }

}
