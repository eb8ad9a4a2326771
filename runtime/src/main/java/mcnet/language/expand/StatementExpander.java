package mcnet.language.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.ExpectStatement;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.StatementNode;
import mcnet.grammar.tree.SubjectNode;
import mcnet.grammar.tree.Target;
import mcnet.grammar.tree.TrafficNode;
import mcnet.language.DiagnosticCollector;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.Evaluator;
import mcnet.language.value.Interpolation;
import mcnet.language.value.Scope;

/** Sentences with their values worked out. A place that is a list stands for each of its elements. */
record StatementExpander(Evaluator evaluator, DiagnosticCollector findings) {

    StatementNode sentence(StatementNode sentence, Scope scope, BiFunction<Body, Scope, Body> bodies)
            throws InvalidValue {
        Span span = scope.at(sentence.span());
        return switch (sentence) {
            case StatementNode.Rule r -> new StatementNode.Rule(r.verdict(), r.direction(), service(r.service(), scope),
                    subjects(r.from(), scope), values(r.sourcePorts(), scope), subjects(r.to(), scope),
                    values(r.ports(), scope), r.state(), name(r.description(), scope), span);
            case StatementNode.Default d -> new StatementNode.Default(d.verdict(), d.direction(), d.logged(), span);
            case StatementNode.DefaultTarget t ->
                new StatementNode.DefaultTarget(evaluator.value(t.target(), scope), span);
            case StatementNode.Translation t -> new StatementNode.Translation(service(t.service(), scope),
                    targets(t.targets(), scope), name(t.description(), scope), span);
            case StatementNode.Peer p -> new StatementNode.Peer(Interpolation.of(p.left(), scope, evaluator),
                    Interpolation.of(p.right(), scope, evaluator), p.body().map(b -> bodies.apply(b, scope)), span);
            case StatementNode.Naming n -> new StatementNode.Naming(n.name(), services(n.services(), scope), span);
            case StatementNode.Flow f -> new StatementNode.Flow(subjects(f.from(), scope), subjects(f.to(), scope),
                    services(f.services(), scope), name(f.description(), scope), span);
        };
    }

    List<ExpectStatement> claims(List<ExpectStatement> claims, Scope scope) throws InvalidValue {
        List<ExpectStatement> expanded = new ArrayList<>();
        for (ExpectStatement claim : claims)
            switch (claim) {
            case ExpectStatement.Reach r -> expanded.add(new ExpectStatement.Reach(r.mode(), subjects(r.from(), scope),
                    subjects(r.to(), scope), services(r.services(), scope), name(r.description(), scope),
                    scope.at(r.span())));
            case ExpectStatement.For f -> {
                for (Scope round : evaluator.rounds(f.variables(), f.source(), scope))
                    expanded.addAll(claims(f.claims(), round));
            }
            case ExpectStatement.If i -> expanded.addAll(
                    claims(evaluator.truth(i.condition(), scope, "a condition") ? i.then() : i.otherwise(), scope));
            case ExpectStatement.Broken b -> expanded.add(b);
            }
        return expanded;
    }

    private Optional<TrafficNode> service(Optional<TrafficNode> service, Scope scope) throws InvalidValue {
        return service.isEmpty() ? service : Optional.of(service(service.get(), scope));
    }

    private List<TrafficNode> services(List<TrafficNode> services, Scope scope) throws InvalidValue {
        List<TrafficNode> expanded = new ArrayList<>();
        for (TrafficNode each : services)
            expanded.add(service(each, scope));
        return expanded;
    }

    private TrafficNode service(TrafficNode service, Scope scope) throws InvalidValue {
        return switch (service) {
            case TrafficNode.Ports p ->
                new TrafficNode.Ports(p.protocol(), values(p.ports(), scope), scope.at(p.span()));
            case TrafficNode.Icmp i -> new TrafficNode.Icmp(i.protocol(), i.type(), i.code(), scope.at(i.span()));
            case TrafficNode.Any a -> new TrafficNode.Any(scope.at(a.span()));
            case TrafficNode.Named n -> new TrafficNode.Named(n.name(), scope.at(n.span()));
        };
    }

    private List<SubjectNode> subjects(List<SubjectNode> subjects, Scope scope) throws InvalidValue {
        List<SubjectNode> expanded = new ArrayList<>();
        for (SubjectNode subject : subjects) {
            Span span = scope.at(subject.span());
            switch (subject) {
                case SubjectNode.Word w -> expanded.add(new SubjectNode.Word(w.word(), span));
                case SubjectNode.Thing t -> expanded
                        .add(new SubjectNode.Thing(t.kind(), Interpolation.of(t.name(), scope, evaluator), span));
                case SubjectNode.PeerSide p ->
                    expanded.add(new SubjectNode.PeerSide(Interpolation.of(p.network(), scope,
                            evaluator), Interpolation.of(p.other(), scope, evaluator), span));
                case SubjectNode.Place p -> values(List.of(p.place()), scope)
                        .forEach(value -> expanded.add(new SubjectNode.Place(value, span)));
            }
        }
        return expanded;
    }

    private List<Target> targets(List<Target> targets, Scope scope) throws InvalidValue {
        List<Target> expanded = new ArrayList<>();
        for (Target target : targets) {
            List<Expression> ports = values(target.ports(), scope);
            values(List.of(target.place()), scope)
                    .forEach(place -> expanded.add(new Target(place, ports, scope.at(target.span()))));
        }
        return expanded;
    }

    /** Elements of lists beside each other. */
    private List<Expression> values(List<Expression> expressions, Scope scope) throws InvalidValue {
        List<Expression> values = new ArrayList<>();
        for (Expression each : expressions) {
            Expression value = evaluator.value(each, scope);
            evaluator.limits().work(evaluator.limits().size(value), scope.at(each.span()));
            if (value instanceof Expression.ListOf list)
                values.addAll(list.elements());
            else
                values.add(value);
        }
        return values;
    }

    private Optional<Name> name(Optional<Name> name, Scope scope) throws InvalidValue {
        return name.isEmpty() ? name : Optional.of(Interpolation.of(name.get(), scope, evaluator));
    }
}
