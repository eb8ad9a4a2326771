package mcnet.check.rule.acl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.FlowNetworks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Flow;
import mcnet.model.KindName;
import mcnet.model.Statement.Direction;
import mcnet.model.Subject;

/** A flow needs a way, and the first rules of a network need a default. */
public final class FlowPath implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<NetworkView, Flow> first = new LinkedHashMap<>();
        for (Flow flow : facts.program().flows())
            FlowNetworks.by(flow, facts).forEach(n -> first.putIfAbsent(n, flow));
        first.forEach((network, flow) -> closes(flow, network, facts, report));
        for (Flow flow : facts.program().flows())
            for (Subject from : flow.from())
                for (Subject to : flow.to())
                    check(flow, network(from, facts), network(to, facts), to, facts, report);
    }

    private static Optional<NetworkView> network(Subject place, ProgramView facts) {
        return place instanceof Subject.Thing t && t.kind().equals(KindName.NETWORK)
                ? facts.network(t.name(), "")
                : Optional.empty();
    }

    private static void check(Flow flow, Optional<NetworkView> from, Optional<NetworkView> to, Subject target,
            ProgramView facts,
            Consumer<Diagnostic> report) {
        if (from.isPresent() && to.isPresent() && from.get() != to.get() && !facts.peered(from.get(), to.get()))
            report.accept(Diagnostic.error("MC0360", from.get().title() + " cannot"
                    + " reach " + to.get().title(), new Label(flow.span(), ""))
                    .why("instances of two networks reach each other only over a peering or a forward")
                    .fix("add peer " + from.get().reference("") + " <-> " + to.get().reference("")));
        if (from.isEmpty() && to.isPresent() && flow.from().stream().allMatch(p -> p instanceof Subject.Word))
            report.accept(Diagnostic.error("MC0361", "traffic from outside cannot"
                    + " reach " + to.get().title() + " directly",
                    new Label(target.span(), "")).why(
                            "from outside only the listen addresses of forwards can"
                                    + " be reached")
                    .fix("name the address of a forward: flow internet -> 198.51.100.210 tcp 443"));
    }

    /** The first ACL of a network changes both directions, whatever its rules are about. */
    private static void closes(Flow flow, NetworkView network, ProgramView facts, Consumer<Diagnostic> report) {
        List<String> unsaid = Stream.of(Direction.EGRESS, Direction.INGRESS)
                .filter(d -> network.otherwise(d).isEmpty()).map(d -> d.name().toLowerCase(Locale.ROOT)).toList();
        if (unsaid.isEmpty() || !facts.lacks(network.declaration(), "acls"))
            return;
        String allow = unsaid.stream().map(d -> "otherwise allow " + d).collect(Collectors.joining("  "));
        report.accept(Diagnostic.error("MC0362", "this flow would block all other traffic of " + network.title(),
                new Label(flow.span(), "adds its first rules"), new Label(network.declaration().span(), ""))
                .why("without any rule everything is allowed; with the first rule the server rejects everything"
                        + " else, in both directions")
                .fix("write the default in " + network.title() + ": " + allow + ", or: "
                        + allow.replace("allow", "reject")));
    }
}
