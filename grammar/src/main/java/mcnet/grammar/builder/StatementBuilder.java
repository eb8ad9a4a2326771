package mcnet.grammar.builder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetParser.*;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.StatementNode;
import mcnet.grammar.tree.SubjectNode;
import mcnet.grammar.tree.Target;
import mcnet.grammar.tree.TrafficNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Contexts of {@code Sentences.g4} to sentences. */
record StatementBuilder(SourcePositions places, ExpressionBuilder expressions, List<Diagnostic> found) {

    /** A trailing {@code port} is the destination's; it joins its protocol unless that has ports already. */
    StatementNode rule(SentenceContext context) {
        Span span = places.of(context);
        Optional<TrafficNode> service = Optional.ofNullable(context.service()).map(this::service);
        ReachContext reach = context.reach();
        List<Expression> source = List.of();
        List<Expression> trailing = List.of();
        if (reach != null) {
            boolean fromSource = reach.SOURCE() != null;
            source = fromSource ? expressions.ports(reach.ports(0)) : List.of();
            trailing = expressions.ports(reach.ports(fromSource ? 1 : 0));
        }
        if (!trailing.isEmpty() && service.orElse(null) instanceof TrafficNode.Ports ports && ports.ports().isEmpty()) {
            service = Optional.of(new TrafficNode.Ports(ports.protocol(), trailing, ports.span()));
            trailing = List.of();
        }
        StatementNode.State state = context.LOG() != null
                ? StatementNode.State.LOGGED
                : context.DISABLED() != null ? StatementNode.State.DISABLED : StatementNode.State.PLAIN;
        boolean from = reach != null && reach.FROM() != null;
        boolean to = reach != null && reach.TO() != null;
        return new StatementNode.Rule(verdict(context.verdict()), direction(context.direction()), service,
                from ? subjects(reach.subjects(0)) : List.of(), source,
                to ? subjects(reach.subjects(from ? 1 : 0)) : List.of(), trailing, state,
                description(context.STRING()), span);
    }

    StatementNode otherwise(OtherwiseContext context) {
        Span span = places.of(context);
        return context.place() != null
                ? new StatementNode.DefaultTarget(expressions.place(context.place()), span)
                : new StatementNode.Default(verdict(context.verdict()), direction(context.direction()),
                        context.LOG() != null, span);
    }

    StatementNode translation(TranslationContext context) {
        TrafficNode service = context.PROTOCOL() == null
                ? new TrafficNode.Named(places.name(context.NAME()), places.of(context.NAME().getSymbol()))
                : new TrafficNode.Ports(context.PROTOCOL().getText(), expressions.ports(context.ports()),
                        places.of(context.PROTOCOL().getSymbol()).to(places.of(context.ports())));
        List<Target> targets = context.targets().target().stream().map(this::target).toList();
        return new StatementNode.Translation(service, targets, description(context.STRING()), places.of(context));
    }

    private Target target(TargetContext context) {
        Expression place = expressions.place(context.place());
        List<Expression> ports = expressions.ports(context.targetPorts());
        if (ports.isEmpty() && place instanceof Expression.Literal(Expression.Form form, String text, Span span)
                && form == Expression.Form.ADDRESS6 && text.matches(".*::.*:[1-9][0-9]{3,4}"))
            found.add(Diagnostic.warning("MC0150", "`" + text + "` is one IPv6 address", new Label(span, ""))
                    .why("a port behind `:` would be part of the address")
                    .fix("write " + text.substring(0, text.lastIndexOf(':')) + " port "
                            + text.substring(text.lastIndexOf(':') + 1) + " if a port was meant"));
        return new Target(place, ports, places.of(context));
    }

    StatementNode flow(FlowContext context) {
        return new StatementNode.Flow(ends(context.ends(0)), ends(context.ends(1)), services(context.carried()),
                description(context.STRING()), places.of(context));
    }

    StatementNode naming(NamedServiceContext context) {
        return new StatementNode.Naming(places.name(context.NAME()), matches(context.matches()), places.of(context));
    }

    /** What a flow or a claim is about: services spelled out, or their names. */
    List<TrafficNode> services(CarriedContext context) {
        if (context == null)
            return List.of();
        return context.matches() != null
                ? matches(context.matches())
                : context.NAME()
                        .stream()
                        .<TrafficNode>map(n -> new TrafficNode.Named(places.name(n), places.of(n.getSymbol())))
                        .toList();
    }

    private List<TrafficNode> matches(MatchesContext context) {
        return context.match().stream().map(this::match).toList();
    }

    private TrafficNode match(MatchContext context) {
        return context.ICMP() != null
                ? icmp(context.ICMP(), context.icmp(), places.of(context))
                : new TrafficNode.Ports(context.PROTOCOL().getText(), expressions.ports(context.ports()),
                        places.of(context));
    }

    private TrafficNode service(ServiceContext context) {
        Span span = places.of(context);
        if (context.PROTOCOL() != null)
            return new TrafficNode.Ports(context.PROTOCOL().getText(), expressions.ports(context.ports()), span);
        if (context.ICMP() != null)
            return icmp(context.ICMP(), context.icmp(), span);
        return context.ANY() != null
                ? new TrafficNode.Any(span)
                : new TrafficNode.Named(places.name(context.NAME()), span);
    }

    private static TrafficNode icmp(TerminalNode protocol, IcmpContext context, Span span) {
        Optional<String> type = Optional.ofNullable(context).map(c -> c.INT().getText());
        Optional<String> code = Optional.ofNullable(context).map(IcmpContext::LENGTH)
                .map(l -> l.getText().substring(1));
        return new TrafficNode.Icmp(protocol.getText(), type, code, span);
    }

    private List<SubjectNode> subjects(SubjectsContext context) {
        return context.subject().stream().map(this::subject).toList();
    }

    private SubjectNode subject(SubjectContext context) {
        Span span = places.of(context);
        if (context.PEER() != null)
            return new SubjectNode.PeerSide(places.name(context.name(0)), places.name(context.name(1)), span);
        if (context.thing() != null)
            return new SubjectNode.Thing(context.thing().getText(), places.name(context.name(0)), span);
        return context.place() != null
                ? new SubjectNode.Place(expressions.place(context.place()), span)
                : new SubjectNode.Word(context.getText(), span);
    }

    List<SubjectNode> ends(EndsContext context) {
        return context.end().stream().map(this::end).toList();
    }

    private SubjectNode end(EndContext context) {
        Span span = places.of(context);
        if (context.thing() != null)
            return new SubjectNode.Thing(context.thing().getText(), places.name(context.name()), span);
        return context.place() != null
                ? new SubjectNode.Place(expressions.place(context.place()), span)
                : new SubjectNode.Word(context.getText(), span);
    }

    Optional<Name> description(TerminalNode text) {
        return Optional.ofNullable(text).map(places::name);
    }

    private static StatementNode.Verdict verdict(VerdictContext context) {
        return StatementNode.Verdict.valueOf(context.getText().toUpperCase(Locale.ROOT));
    }

    private static StatementNode.Direction direction(DirectionContext context) {
        return StatementNode.Direction.valueOf(context.getText().toUpperCase(Locale.ROOT));
    }
}
