package mcnet.language.bind;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.SubjectNode;
import mcnet.language.DiagnosticCollector;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.ScalarTypes;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.AddressRanges;
import mcnet.language.value.AddressSyntax;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Subject;
import mcnet.model.Value;
import mcnet.schema.Family;

/** What a sentence names: addresses, things, words that stand for many. */
public record SubjectResolver(SymbolTable names, DiagnosticCollector findings) {

    /** @param bare kinds that a name without its kind may stand for */
    public Subject of(SubjectNode subject, List<String> bare) throws InvalidValue {
        return switch (subject) {
            case SubjectNode.Word(String word, Span span) -> new Subject.Word(word, span);
            case SubjectNode.Thing(String kind, Name name, Span span) -> thing(List.of(kind), name.text(), span);
            case SubjectNode.PeerSide(Name network, Name other, Span span) -> new Subject.PeerSide(
                    network(network), otherEnd(other), span);
            case SubjectNode.Place(Expression place, Span _) -> place(place, bare);
        };
    }

    private String network(Name name) throws InvalidValue {
        return references().of(List.of(KindName.NETWORK), name.text(), name.span()).name();
    }

    /** Beside those of its own project, a peering leads to networks that everyone shares, or to another project's. */
    private String otherEnd(Name name) throws InvalidValue {
        SymbolTable seen = names.declares(KindName.NETWORK, name.text()) ? names : names.in("");
        return new ReferenceResolver(seen, findings).of(List.of(KindName.NETWORK), name.text(), name.span()).name();
    }

    private ReferenceResolver references() {
        return new ReferenceResolver(names, findings);
    }

    private Subject thing(List<String> kinds, String name, Span span) throws InvalidValue {
        Value.Reference found = references().of(kinds, name, span);
        return new Subject.Thing(found.kind(), found.name(), span);
    }

    private Subject place(Expression place, List<String> bare) throws InvalidValue {
        String name = ScalarTypes.text(place);
        if (name == null)
            return new Subject.Addresses(addresses(place), place.span());
        List<String> kinds = bare.stream().filter(k -> names.declares(k, name)).toList();
        if (kinds.isEmpty()) refuseQuoted(name, place);
        if (kinds.size() > 1)
            throw new InvalidValue(ambiguous(name, kinds, place.span()));
        return thing(kinds.isEmpty() ? bare : kinds, name, place.span());
    }

    /** Addresses stand without quotes; a name in quotes is a name. */
    private static void refuseQuoted(String name, Expression place) throws InvalidValue {
        if ((name.contains(".") || name.contains(":")) && Ip.read(name) != null)
            throw new InvalidValue(noPlace(place)
                    .why("in quotes it is a name, and addresses are written without quotes").fix("write " + name));
    }

    private static Diagnostic noPlace(Expression place) {
        return Diagnostic.error("MC0514", "expected a name or addresses, found " + ExpressionText.of(place),
                new Label(place.span(), ""));
    }

    private Diagnostic ambiguous(String name, List<String> kinds, Span span) {
        Label[] labels = new Label[kinds.size() + 1];
        labels[0] = new Label(span, "");
        for (int i = 0; i < kinds.size(); i++)
            labels[i + 1] = new Label(names.at(kinds.get(i), name).orElse(span), kinds.get(i));
        return Diagnostic.error("MC0513", "ambiguous"
                + " name " + name + ": " + ExpressionText.article(kinds.getFirst()) + " and "
                + ExpressionText.article(kinds.get(1)), labels)
                .why("both are allowed here, and they match different packets")
                .fix("write " + String.join(" or ", kinds.stream().map(k -> k + " " + name).toList()));
    }

    private static Value addresses(Expression place) throws InvalidValue {
        Value value = place instanceof Expression.Literal literal ? switch (literal.form()) {
            case ADDRESS4, ADDRESS6 -> AddressSyntax.address(literal, Family.ANY);
            case NET4, NET6 -> AddressSyntax.network(literal, Family.ANY);
            case RANGE4, RANGE6 -> AddressRanges.range(literal, Family.ANY);
            default -> null;
        } : null;
        if (value != null)
            return value;
        if (place instanceof Expression.Broken)
            throw InvalidValue.REPORTED;
        throw new InvalidValue(
                noPlace(place).fix("write a name, 10.42.1.10, 10.42.1.0/24 or 10.42.1.10-10.42.1.20"));
    }

    /** Where packets are sent on to: one address, an instance, or what only this declaration knows. */
    public Subject target(Expression place, Map<String, Set<String>> local) throws InvalidValue {
        String name = ScalarTypes.text(place);
        if (name != null) {
            for (Map.Entry<String, Set<String>> kind : local.entrySet())
                if (kind.getValue().contains(name))
                    return new Subject.Thing(kind.getKey(), name, place.span());
            if (!names.declares(KindName.INSTANCE, name)) refuseQuoted(name, place);
            if (!local.isEmpty() && !names.declares(KindName.INSTANCE, name))
                throw new InvalidValue(unknown(name, local, place.span()));
            return thing(List.of(KindName.INSTANCE), name, place.span());
        }
        Value value = addresses(place);
        if (value instanceof Value.Address)
            return new Subject.Addresses(value, place.span());
        throw new InvalidValue(
                Diagnostic.error("MC0515", "the target must be a single address", new Label(place.span(), ""))
                        .fix("write the address of an instance, or its name"));
    }

    private Diagnostic unknown(String name, Map<String, Set<String>> local, Span span) {
        List<String> known = new java.util.ArrayList<>(names.of(KindName.INSTANCE));
        local.values().forEach(known::addAll);
        return Diagnostic.error("MC0516", "unknown backend, pool or instance \"" + name + "\"", new Label(span, ""))
                .why("a target is an address, or a declared object that has one")
                .fix(UnknownNames.hint(name, known, "declare it: backend " + name + " { address = … }"));
    }

    /** It names something of another cluster of the program, which judges it. */
    public boolean isElsewhere(List<SubjectNode> subjects) {
        return subjects.stream().anyMatch(subject -> switch (subject) {
            case SubjectNode.Thing(String _, Name name, Span _) -> isElsewhere(name.text());
            case SubjectNode.Place(Expression place, Span _) ->
                ScalarTypes.text(place) != null && isElsewhere(ScalarTypes.text(place));
            default -> false;
        });
    }

    /** {@code paris.web}, while this is about berlin. */
    public boolean isElsewhere(String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? "" : name.substring(0, dot);
        return names.isCluster(first) && !first.equals(names.cluster());
    }
}
