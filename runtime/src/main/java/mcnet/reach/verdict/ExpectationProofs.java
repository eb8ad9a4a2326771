package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Expectation;
import mcnet.model.Flow;
import mcnet.model.Program;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.reach.fact.ServerFact;
import mcnet.reach.packet.AddressBlocks;
import mcnet.reach.packet.Packet;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.topology.RoutedNetwork;

/** What a program expects, proved or refuted; what can be neither is said too. */
public final class ExpectationProofs {
    private final Reachability reach;

    private ExpectationProofs(Reachability reach) {
        this.reach = reach;
    }

    /**
     * Messages about all expectations and flows that do not hold, or are not proved.
     *
     * @param said the program as it is written
     * @param lowered the same with the rules of its flows
     */
    public static List<Diagnostic> of(Program said, Program lowered) {
        if (said.expectations().isEmpty() && said.flows().isEmpty()) return List.of();
        ExpectationProofs proofs = new ExpectationProofs(Reachability.of(lowered));
        List<Diagnostic> found = new ArrayList<>();
        for (Flow flow : said.flows()) proofs.flow(flow).ifPresent(found::add);
        for (Expectation each : said.expectations()) proofs.expectation(each).ifPresent(found::add);
        return found;
    }

    /** A flow that nothing is known against is left alone: its rules do what they can. */
    private Optional<Diagnostic> flow(Flow flow) {
        for (Subject from : flow.from())
            for (Subject to : flow.to())
                for (PairAnswer pair : reach.answers(from, to, flow.traffic()))
                    if (!pair.stopped().isEmpty())
                        return Optional.of(stopped("MC0490", "this flow does not reach "
                                + pair.to().title(), flow.span(), pair));
        return Optional.empty();
    }

    private Optional<Diagnostic> expectation(Expectation said) {
        return switch (said.mode()) {
            case REACHES -> reaches(said);
            case NEVER -> never(said, everyWay(said));
            case ONLY -> reaches(said).or(() -> never(said, others(said)));
        };
    }

    /** By their own addresses, and by those outside that lead to them. */
    private List<PairAnswer> everyWay(Expectation said) {
        List<PairAnswer> all = new ArrayList<>();
        for (Subject from : said.from())
            for (Subject to : said.to()) {
                all.addAll(reach.answers(from, to, said.traffic()));
                all.addAll(reach.answersByListeners(from, to, said.traffic()));
            }
        return all;
    }

    private Optional<Diagnostic> reaches(Expectation said) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Subject from : said.from())
            for (Subject to : said.to()) {
                List<PairAnswer> pairs = reach.answers(from, to, said.traffic());
                if (pairs.stream().allMatch(p -> p.asked().isEmpty())) return Optional.of(nothing(said, from, to));
                for (PairAnswer pair : pairs) {
                    if (!pair.stopped().isEmpty())
                        return Optional.of(stopped("MC0488", name(from) + " does not reach " + name(to), said.span(),
                                pair));
                    if (!pair.asked().isEmpty() && !pair.isWhole()) reasons.addAll(pair.reasons());
                }
            }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(unproved(said.span(), reasons));
    }

    private Optional<Diagnostic> never(Expectation said, List<PairAnswer> pairs) {
        for (PairAnswer pair : pairs)
            if (!pair.certain().isEmpty()) return Optional.of(arrives(said, pair));
        Set<String> reasons = new LinkedHashSet<>();
        for (PairAnswer pair : pairs) {
            if (!pair.possible().isEmpty()) reasons.addAll(pair.reasons());
            if (pair.from() instanceof Party.Outside o && o.segment().isPresent()
                    && !disguised(o, pair.to(), said.traffic()).isNone())
                reasons.add(ServerFact.NEIGHBOR_SOURCE.text());
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(unproved(said.span(), reasons));
    }

    /** What a neighbor on the segment can do under any address that the router does not refuse there. */
    private PairAnswer disguised(Party.Outside neighbor, Party to, List<Traffic> traffic) {
        AddressBlocks all = AddressBlocks.ALL;
        if (to instanceof Party.Hosts(var group))
            for (String peer : reach.topology().of(group).peers())
                all = all.without(Optional.ofNullable(reach.topology().networks().get(peer)).map(RoutedNetwork::subnets)
                        .orElse(AddressBlocks.NONE));
        return reach.answer(new Party.Outside(neighbor.segment(), all), to, Reachability.kinds(traffic));
    }

    /** Everyone but those that the expectation names. */
    private List<PairAnswer> others(Expectation said) {
        List<Party> others = new ArrayList<>();
        List<Party> named = said.from().stream().flatMap(f -> reach.parties().parties(f, false).stream()).toList();
        for (Party party : reach.parties().any(false)) {
            AddressBlocks left = party.addresses();
            for (Party each : named) if (isSame(party, each)) left = left.without(each.addresses());
            party.at(left).ifPresent(others::add);
        }
        List<Party> targets = said.to().stream().flatMap(t -> Stream.concat(reach.parties().parties(t, true).stream(),
                reach.parties().listeners(t).stream())).toList();
        return reach.answers(others, targets, Reachability.kinds(said.traffic()));
    }

    private static boolean isSame(Party one, Party other) {
        if (one instanceof Party.Hosts(var a) && other instanceof Party.Hosts(var b))
            return a.network().equals(b.network()) && a.title().equals(b.title()) && a.span().equals(b.span());
        return one instanceof Party.Outside && other instanceof Party.Outside
                || one instanceof Party.Unknown && one.title().equals(other.title());
    }

    private static String name(Subject end) {
        return end.span().text();
    }

    private static Diagnostic nothing(Expectation said, Subject from, Subject to) {
        return Diagnostic.error("MC0491", name(from) + " has no packets for " + name(to),
                new Label(said.span(), ""))
                .why("the two ends have no address family in common that this traffic belongs to, so an"
                        + " expectation about it could not fail")
                .fix("give both an address of one family, or remove the expectation");
    }

    private Diagnostic stopped(String code, String message, Span span, PairAnswer pair) {
        PacketSet stopped = pair.stopped();
        Packet packet = stopped.witness().orElseThrow();
        List<Hop> hops = pair.trace(packet, reach.policy());
        List<Label> labels = new ArrayList<>(List.of(new Label(span, "")));
        hops.stream().filter(h -> !h.decision().passes()).flatMap(h -> h.decision().span().stream())
                .filter(s -> !isSamePlace(s, span)).forEach(s -> labels.add(new Label(s, "stops it")));
        Optional<NoWay> none = hops.stream().allMatch(h -> h.decision().passes())
                ? Optional.of(NoWay.of(pair, packet.alone(), reach.topology()))
                : Optional.empty();
        return Diagnostic.error(code, message, labels.toArray(Label[]::new))
                .why(packet.text() + " does not arrive: " + none.map(NoWay::why).orElseGet(() -> text(hops)))
                .fix(none.map(NoWay::fix).or(() -> Optional.of("allow it there with a rule"))
                        .filter(fix -> !fix.isEmpty()).map(fix -> fix + ", or ").orElse("") + "change the expectation");
    }

    private Diagnostic arrives(Expectation said, PairAnswer pair) {
        Packet packet = pair.certain().witness().orElseThrow();
        List<Hop> hops = pair.trace(packet, reach.policy());
        List<Label> labels = new ArrayList<>(List.of(new Label(said.span(), "")));
        hops.stream().flatMap(h -> h.decision().span().stream()).distinct()
                .forEach(s -> labels.add(new Label(s, "lets it through")));
        return Diagnostic.error("MC0489", pair.from().title() + " reaches " + target(pair.to()),
                labels.toArray(Label[]::new))
                .why(packet.text() + " arrives: " + text(hops))
                .fix("stop it with a narrower rule or a default, or change the expectation");
    }

    private static String target(Party to) {
        return to instanceof Party.Listener(var listener, var _)
                ? listener.network().title() + " by " + listener.title()
                : to.title();
    }

    private static boolean isSamePlace(Span one, Span other) {
        return one.source() == other.source() && one.start() == other.start() && one.end() == other.end();
    }

    private static Diagnostic unproved(Span span, Set<String> reasons) {
        return Diagnostic.warning("MC0292", "this expectation is not proved", new Label(span, ""))
                .why("the answer depends on something that is not in the file: " + String.join("; ", reasons))
                .fix("declare what is missing, or test it on the cluster; --strict makes this warning an error");
    }

    private static String text(List<Hop> hops) {
        return hops.stream().map(Hop::text).collect(Collectors.joining("; then it "));
    }
}
