package mcnet.language.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.ExpectStatement;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.StatementNode;
import mcnet.grammar.tree.SubjectNode;
import mcnet.grammar.tree.Target;
import mcnet.grammar.tree.TrafficNode;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.SubjectResolver;
import mcnet.language.bind.SymbolTable;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Expectation;
import mcnet.model.Flow;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;

/** Sentences with every name looked up and every number judged. */
final class StatementReader {
    /** Subjects that the server takes on one side of a rule only ({@code lxd/network/acl/driver_common.go validateRuleSubjects}). */
    private static final Set<String> SIDED = Set.of("internal", "external");

    private final List<String> ruleSubjects;
    private final List<String> flowEnds;
    private final ServiceDefinitions services;
    private final SubjectResolver places;
    private final DiagnosticCollector findings;

    StatementReader(SymbolTable names, ServiceDefinitions services, DiagnosticCollector findings) {
        this.services = services;
        this.ruleSubjects = names.index().ruleSubjects();
        this.flowEnds = names.index().flowEnds();
        this.places = new SubjectResolver(names, findings);
        this.findings = findings;
    }

    /**
     * @param local names that only this declaration knows, by their kinds: a balancer's backends and pools
     * @return empty: it is wrong, and that is reported
     */
    Optional<Statement> statement(StatementNode sentence, Map<String, Set<String>> local) {
        try {
            return Optional.of(switch (sentence) {
                case StatementNode.Rule r -> rule(r);
                case StatementNode.Default d -> new Statement.Otherwise(verdict(d.verdict()), direction(d.direction()),
                        d.logged(), d.span());
                case StatementNode.DefaultTarget t ->
                    new Statement.Rest(places.target(t.target(), Map.of()), t.span());
                case StatementNode.Translation t -> forwarding(t, local);
                default -> throw InvalidValue.REPORTED;
            });
        } catch (InvalidValue wrong) {
            report(wrong);
            return Optional.empty();
        }
    }

    private Statement rule(StatementNode.Rule rule) throws InvalidValue {
        List<Traffic> traffic = rule.service().isEmpty() ? List.of() : services.traffic(rule.service().get());
        if (!rule.ports().isEmpty())
            throw strayPorts(rule, traffic);
        List<Ports> sourcePorts = PortNumbers.ports(rule.sourcePorts());
        if (!sourcePorts.isEmpty() && traffic.stream().noneMatch(t -> isPorted(t.protocol())))
            throw new InvalidValue(Diagnostic.error("MC0506", "a source port needs tcp or udp",
                    new Label(rule.sourcePorts().getFirst().span(), "")).why("no other protocol has ports")
                    .fix("write " + word(rule.verdict()) + " " + word(rule.direction()) + " tcp from …"));
        List<Subject> from = subjects(rule.from(), rule.direction() == StatementNode.Direction.INGRESS,
                rule.direction());
        List<Subject> to = subjects(rule.to(), rule.direction() == StatementNode.Direction.EGRESS, rule.direction());
        return new Statement.Rule(verdict(rule.verdict()), direction(rule.direction()), traffic, from, sourcePorts, to,
                switch (rule.state()) {
                    case PLAIN -> Statement.State.ENABLED;
                    case LOGGED -> Statement.State.LOGGED;
                    case DISABLED -> Statement.State.DISABLED;
                }, rule.description().map(Name::text), rule.span());
    }

    private static InvalidValue strayPorts(StatementNode.Rule rule, List<Traffic> traffic) {
        Span span = rule.ports().getFirst().span();
        if (rule.service().orElse(null) instanceof TrafficNode.Ports p && !p.ports().isEmpty())
            return new InvalidValue(Diagnostic.error("MC0507", "duplicate ports", new Label(span, "again here"),
                    new Label(p.span(), "first here")).why("a `port` at the end also means the destination port")
                    .fix("write them once; a source port is written: from X source port 53"));
        if (traffic.isEmpty())
            return new InvalidValue(Diagnostic.error("MC0508", "a port needs tcp or udp", new Label(span, ""))
                    .why("no other protocol has ports")
                    .fix("write " + word(rule.verdict()) + " " + word(rule.direction()) + " tcp " + span.text()));
        return new InvalidValue(Diagnostic
                .error("MC0509", "the service already contains its ports", new Label(span, ""),
                        new Label(rule.service().get().span(), "the service"))
                .fix("remove the port, or write tcp or udp"));
    }

    private static boolean isPorted(Traffic.Protocol protocol) {
        return protocol == Traffic.Protocol.TCP || protocol == Traffic.Protocol.UDP;
    }

    private List<Subject> subjects(List<SubjectNode> subjects, boolean others, StatementNode.Direction direction)
            throws InvalidValue {
        List<Subject> all = new ArrayList<>();
        for (SubjectNode subject : subjects) {
            Subject place = places.of(subject, ruleSubjects);
            boolean named = place instanceof Subject.PeerSide
                    || place instanceof Subject.Thing(String kind, String _, Span _) && kind.equals(KindName.ACL)
                    || place instanceof Subject.Word(String w, Span _) && SIDED.contains(w);
            if (named && !others)
                throw new InvalidValue(Diagnostic.error("MC0510", "`" + subject.span().text() + "` is not allowed here",
                        new Label(subject.span(), "")).why(
                                "an ACL already is one side of its rules: " + word(direction)
                                        + " rules contain only the other side")
                        .fix("write it after `" + (direction == StatementNode.Direction.INGRESS ? "from" : "to")
                                + "`, or name a network or addresses"));
            all.add(place);
        }
        return all;
    }

    private Statement forwarding(StatementNode.Translation t, Map<String, Set<String>> local) throws InvalidValue {
        List<Traffic> traffic = services.traffic(t.service());
        for (Traffic each : traffic)
            if (!isPorted(each.protocol()) || each.ports().isEmpty())
                throw new InvalidValue(Diagnostic.error("MC0511", "only tcp and udp ports can be forwarded",
                        new Label(t.service().span(), "")).why("the server listens on ports")
                        .fix("write tcp 80 -> …; `otherwise -> ADDRESS` forwards everything else"));
        List<Statement.Target> targets = new ArrayList<>();
        for (Target target : t.targets())
            targets.add(new Statement.Target(places.target(target.place(), local), PortNumbers.ports(target.ports()),
                    target.span()));
        return new Statement.Forwarding(traffic, targets, t.description().map(Name::text), t.span());
    }

    /** Empty: it is wrong, and that is reported; or it is about another cluster. */
    Optional<Flow> flow(StatementNode.Flow flow) {
        if (places.isElsewhere(flow.from()) || places.isElsewhere(flow.to()))
            return Optional.empty();
        try {
            return Optional.of(new Flow(ends(flow.from()), ends(flow.to()), services.traffic(flow.services()),
                    flow.description().map(Name::text), flow.span()));
        } catch (InvalidValue wrong) {
            report(wrong);
            return Optional.empty();
        }
    }

    List<Expectation> expectations(List<ExpectStatement> claims) {
        List<Expectation> all = new ArrayList<>();
        for (ExpectStatement claim : claims)
            if (claim instanceof ExpectStatement.Reach r && !places.isElsewhere(r.from())
                    && !places.isElsewhere(r.to()))
                try {
                    all.add(new Expectation(switch (r.mode()) {
                        case REACHES -> Expectation.Mode.REACHES;
                        case NEVER -> Expectation.Mode.NEVER;
                        case ONLY -> Expectation.Mode.ONLY;
                    }, ends(r.from()), ends(r.to()), services.traffic(r.services()), r.description().map(Name::text),
                            r.span()));
                } catch (InvalidValue wrong) {
                    report(wrong);
                }
        return all;
    }

    private List<Subject> ends(List<SubjectNode> subjects) throws InvalidValue {
        List<Subject> all = new ArrayList<>();
        for (SubjectNode subject : subjects) {
            if (subject instanceof SubjectNode.Thing(String kind, Name _, Span span) && kind.equals(KindName.ACL))
                throw new InvalidValue(Diagnostic.error("MC0512", "an acl cannot be a source or"
                        + " destination", new Label(span, ""))
                        .why("a source or destination is a network, an instance or addresses")
                        .fix("write the network or the instance"));
            all.add(places.of(subject, flowEnds));
        }
        return all;
    }

    private void report(InvalidValue wrong) {
        if (wrong.diagnostic != null)
            findings.add(wrong.diagnostic);
    }

    private static Statement.Verdict verdict(StatementNode.Verdict verdict) {
        return Statement.Verdict.valueOf(verdict.name());
    }

    private static Statement.Direction direction(StatementNode.Direction direction) {
        return Statement.Direction.valueOf(direction.name());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }
}
