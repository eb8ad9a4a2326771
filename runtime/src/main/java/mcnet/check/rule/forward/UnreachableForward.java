package mcnet.check.rule.forward;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.PacketSets;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Verdict;
import mcnet.model.Subject;
import mcnet.model.Traffic;

/** Rules see the port behind the forward: one that they never admit is dead (OVN translates the destination before it looks at ACLs). */
public final class UnreachableForward implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks()) {
            boolean open = network.otherwise(Direction.INGRESS).filter(o -> o.verdict() == Verdict.ALLOW).isPresent();
            boolean known = !network.acls().isEmpty()
                    && network.acls().size() == ListSettings.texts(network.declaration(), "acls").size()
                    && network.acls().stream().noneMatch(a -> facts.invalidParts().about(a.declaration()));
            if (!open && known && facts.program().flows().isEmpty())
                network.declaration().nested(KindName.FORWARD).forEach(f -> check(f, network, facts, report));
        }
    }

    private static void check(Declaration forward, NetworkView network, ProgramView facts,
            Consumer<Diagnostic> report) {
        PacketSets packets = new PacketSets(facts, network.project());
        forward.statements(Statement.Forwarding.class).forEach(forwarding -> {
            for (Statement.Target target : forwarding.targets()) {
                List<Traffic> inside = forwarding.traffic().stream().map(t -> behind(t, target.ports())).toList();
                boolean admitted = network.acls().stream().flatMap(a -> a.rules(Direction.INGRESS).stream())
                        .anyMatch(r -> r.verdict() == Verdict.ALLOW && PacketSets.overlap(r.traffic(), inside)
                                && reaches(r, target.place(), packets));
                if (!admitted)
                    report.accept(Diagnostic.warning("MC0351", "no rule allows the forwarded traffic",
                            new Label(target.span(), ""), new Label(network.declaration().span(), "its acls decide"))
                            .why("rules apply to the target port, and traffic that no rule allows is "
                                    + network.otherwise(Direction.INGRESS)
                                            .map(o -> o.verdict() == Verdict.DROP ? "dropped" : "rejected")
                                            .orElse("rejected"))
                            .fix("add to acl " + network.acls().getFirst().declaration().name() + ": allow ingress "
                                    + spelled(inside.getFirst())));
            }
        });
    }

    private static Traffic behind(Traffic traffic, List<Ports> ports) {
        return ports.isEmpty()
                ? traffic
                : new Traffic(traffic.protocol(), ports, traffic.type(), traffic.code(), traffic.span());
    }

    private static boolean reaches(Statement.Rule rule, Subject target, PacketSets packets) {
        return !(target instanceof Subject.Addresses) || packets.overlapPlaces(rule.to(), List.of(target));
    }

    private static String spelled(Traffic traffic) {
        return traffic.protocol().name().toLowerCase(java.util.Locale.ROOT) + " "
                + String.join(", ", traffic.ports().stream().map(Ports::text).toList());
    }
}
