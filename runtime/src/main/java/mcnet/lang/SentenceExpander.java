package mcnet.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Claim;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.Sentence;
import mcnet.grammar.tree.Service;
import mcnet.grammar.tree.Subject;
import mcnet.grammar.tree.Target;
import mcnet.lang.Literals.Wrong;

/** Sentences with their values worked out. A place that is a list stands for each of its elements. */
record SentenceExpander(Evaluator evaluator, Findings findings) {

    Sentence sentence(Sentence sentence, Scope scope, BiFunction<Body, Scope, Body> bodies) throws Wrong {
        Span span = scope.at(sentence.span());
        return switch (sentence) {
            case Sentence.Rule r -> new Sentence.Rule(r.verdict(), r.direction(), service(r.service(), scope),
                    subjects(r.from(), scope), values(r.sourcePorts(), scope), subjects(r.to(), scope),
                    values(r.ports(), scope), r.state(), name(r.description(), scope), span);
            case Sentence.Default d -> new Sentence.Default(d.verdict(), d.direction(), d.logged(), span);
            case Sentence.DefaultTarget t -> new Sentence.DefaultTarget(evaluator.value(t.target(), scope), span);
            case Sentence.Translation t -> new Sentence.Translation(service(t.service(), scope),
                    targets(t.targets(), scope), name(t.description(), scope), span);
            case Sentence.Peer p -> new Sentence.Peer(Interpolation.of(p.left(), scope, evaluator),
                    Interpolation.of(p.right(), scope, evaluator), p.body().map(b -> bodies.apply(b, scope)), span);
            case Sentence.Naming n -> new Sentence.Naming(n.name(), services(n.services(), scope), span);
            case Sentence.Flow f -> new Sentence.Flow(subjects(f.from(), scope), subjects(f.to(), scope),
                    services(f.services(), scope), name(f.description(), scope), span);
        };
    }

    List<Claim> claims(List<Claim> claims, Scope scope) throws Wrong {
        List<Claim> expanded = new ArrayList<>();
        for (Claim claim : claims)
            switch (claim) {
            case Claim.Reach r -> expanded.add(new Claim.Reach(r.mode(), subjects(r.from(), scope),
                    subjects(r.to(), scope), services(r.services(), scope), name(r.description(), scope),
                    scope.at(r.span())));
            case Claim.For f -> {
                for (Scope round : evaluator.rounds(f.variables(), f.source(), scope))
                    expanded.addAll(claims(f.claims(), round));
            }
            case Claim.If i -> expanded.addAll(
                    claims(evaluator.truth(i.condition(), scope, "a condition") ? i.then() : i.otherwise(), scope));
            case Claim.Broken b -> expanded.add(b);
            }
        return expanded;
    }

    private Optional<Service> service(Optional<Service> service, Scope scope) throws Wrong {
        return service.isEmpty() ? service : Optional.of(service(service.get(), scope));
    }

    private List<Service> services(List<Service> services, Scope scope) throws Wrong {
        List<Service> expanded = new ArrayList<>();
        for (Service each : services)
            expanded.add(service(each, scope));
        return expanded;
    }

    private Service service(Service service, Scope scope) throws Wrong {
        return switch (service) {
            case Service.Ports p -> new Service.Ports(p.protocol(), values(p.ports(), scope), scope.at(p.span()));
            case Service.Icmp i -> new Service.Icmp(i.protocol(), i.type(), i.code(), scope.at(i.span()));
            case Service.Any a -> new Service.Any(scope.at(a.span()));
            case Service.Named n -> new Service.Named(n.name(), scope.at(n.span()));
        };
    }

    private List<Subject> subjects(List<Subject> subjects, Scope scope) throws Wrong {
        List<Subject> expanded = new ArrayList<>();
        for (Subject subject : subjects) {
            Span span = scope.at(subject.span());
            switch (subject) {
                case Subject.Word w -> expanded.add(new Subject.Word(w.word(), span));
                case Subject.Thing t -> expanded
                        .add(new Subject.Thing(t.kind(), Interpolation.of(t.name(), scope, evaluator), span));
                case Subject.PeerSide p -> expanded.add(new Subject.PeerSide(Interpolation.of(p.network(), scope,
                        evaluator), Interpolation.of(p.other(), scope, evaluator), span));
                case Subject.Place p -> values(List.of(p.place()), scope)
                        .forEach(value -> expanded.add(new Subject.Place(value, span)));
            }
        }
        return expanded;
    }

    private List<Target> targets(List<Target> targets, Scope scope) throws Wrong {
        List<Target> expanded = new ArrayList<>();
        for (Target target : targets) {
            List<Expression> ports = values(target.ports(), scope);
            values(List.of(target.place()), scope)
                    .forEach(place -> expanded.add(new Target(place, ports, scope.at(target.span()))));
        }
        return expanded;
    }

    /** Elements of lists beside each other. */
    private List<Expression> values(List<Expression> expressions, Scope scope) throws Wrong {
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

    private Optional<Name> name(Optional<Name> name, Scope scope) throws Wrong {
        return name.isEmpty() ? name : Optional.of(Interpolation.of(name.get(), scope, evaluator));
    }
}
