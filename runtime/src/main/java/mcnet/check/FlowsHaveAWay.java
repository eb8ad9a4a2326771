package mcnet.check;

import java.util.Optional;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Flow;
import mcnet.model.Place;
import mcnet.model.Statement.Direction;

/** A flow needs a way, and the first rules of a network need a default (language rule 29). */
final class FlowsHaveAWay implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Flow flow : facts.program().flows())
            for (Place from : flow.from())
                for (Place to : flow.to())
                    check(flow, network(from, facts), network(to, facts), to, facts, report);
    }

    private static Optional<Network> network(Place place, Facts facts) {
        return place instanceof Place.Thing t && t.kind().equals("network")
                ? facts.network(t.name(), "")
                : Optional.empty();
    }

    private static void check(Flow flow, Optional<Network> from, Optional<Network> to, Place target, Facts facts,
            Consumer<Diagnostic> report) {
        from.ifPresent(n -> first(flow, n, Direction.EGRESS, facts, report));
        to.ifPresent(n -> first(flow, n, Direction.INGRESS, facts, report));
        if (from.isPresent() && to.isPresent() && from.get() != to.get() && !facts.peered(from.get(), to.get()))
            report.accept(Diagnostic.error("MC0360", "there is no way from " + from.get().title() + " to "
                    + to.get().title(), new Label(flow.span(), ""))
                    .why("instances of two networks reach each other over a peering or a forward")
                    .fix("add peer " + from.get().reference("") + " <-> " + to.get().reference("")));
        if (from.isEmpty() && to.isPresent() && flow.from().stream().allMatch(p -> p instanceof Place.Word))
            report.accept(Diagnostic.error("MC0361", "nothing from outside arrives at " + to.get().title() + " itself",
                    new Label(target.span(), "")).why("from outside one reaches addresses that a forward listens to")
                    .fix("name the address of a forward: flow internet -> 198.51.100.210 tcp 443"));
    }

    private static void first(Flow flow, Network network, Direction direction, Facts facts,
            Consumer<Diagnostic> report) {
        if (facts.lacks(network.declaration(), "acls") && network.otherwise(direction).isEmpty())
            report.accept(Diagnostic.error("MC0362", "this flow would close " + network.title(),
                    new Label(flow.span(), "brings its first rules"), new Label(network.declaration().span(), ""))
                    .why("without any rule all is allowed; with the first one the server rejects all else")
                    .fix("say what is meant in " + network.title() + ": otherwise allow "
                            + direction.name().toLowerCase(java.util.Locale.ROOT) + ", or otherwise reject "
                            + direction.name().toLowerCase(java.util.Locale.ROOT)));
    }
}
