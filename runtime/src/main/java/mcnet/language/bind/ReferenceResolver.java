package mcnet.language.bind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.language.DiagnosticCollector;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.KindName;
import mcnet.model.Value;

/** Names of things: {@code web}, {@code acme.front}, {@code berlin.acme.front}; leading parts may be left out. */
public record ReferenceResolver(SymbolTable names, DiagnosticCollector findings) {

    /** @param kinds those that may be named here, in the order in which they are tried */
    public Value.Reference of(List<String> kinds, String name, Span span) throws InvalidValue {
        for (String kind : kinds)
            if (names.declares(kind, name))
                return new Value.Reference(kind, name, span);
        int dot = name.indexOf('.');
        if (dot > 0) {
            String first = name.substring(0, dot);
            String rest = name.substring(dot + 1);
            if (names.isCluster(first)) {
                if (first.equals(names.cluster()))
                    return names.in("").isProject(first) ? qualified(kinds, first, rest, span) : of(kinds, rest, span);
                throw new InvalidValue(Diagnostic.error("MC0223", name + " belongs to cluster " + first,
                        new Label(span, "used in cluster " + names.cluster()))
                        .why("clusters share no networks, and an object of one cluster cannot be used in another")
                        .fix("use an object of cluster " + names.cluster() + ", or move this line into"
                                + " on " + first + " { … }"));
            }
            if (names.isProject(first))
                return qualified(kinds, first, rest, span);
        }
        if (findings.mayBeDeclared(name))
            return new Value.Reference(kinds.getFirst(), name, span);
        throw new InvalidValue(unknown(kinds, name, span));
    }

    /**
     * The same for the value of an attribute. LXD looks for what a key names in the object's own project only
     * ({@code lxd/network/network_load.go LoadByName}), but for zones, whose names are the whole cluster's.
     */
    public Value.Reference ofAttribute(List<String> kinds, String name, Span span) throws InvalidValue {
        Value.Reference found = of(kinds, name, span);
        int dot = found.name().indexOf('.');
        if (dot < 0 || found.kind().equals(KindName.ZONE) || names.declares(found.kind(), found.name())
                || !names.isProject(found.name().substring(0, dot)))
            return found;
        throw new InvalidValue(
                otherProject(found.kind(), found.name().substring(dot + 1), found.name().substring(0, dot), span));
    }

    private Value.Reference qualified(List<String> kinds, String project, String rest, Span span) throws InvalidValue {
        for (String kind : kinds)
            if (names.elsewhereAt(project, kind, rest).isPresent())
                return new Value.Reference(kind, names.project().equals(project) ? rest : project + "." + rest, span);
        if (findings.mayBeDeclared(rest))
            return new Value.Reference(kinds.getFirst(), project + "." + rest, span);
        SymbolTable inside = names.in(project);
        throw new InvalidValue(Diagnostic.error("MC0224", "unknown " + kinds.getFirst() + " \"" + rest + "\" in"
                + " project " + project,
                new Label(span, "")).fix(
                        UnknownNames.hint(rest, inside.of(kinds.getFirst()),
                                "declare it: project " + project + " { " + kinds.getFirst() + " " + rest
                                        + " { … } }")));
    }

    Diagnostic unknown(List<String> kinds, String name, Span span) {
        String kind = kinds.getFirst();
        List<String> known = new ArrayList<>();
        kinds.forEach(k -> known.addAll(names.of(k)));
        Optional<String> project = kinds.stream().flatMap(k -> names.projectWith(k, name).stream()).findFirst();
        if (project.isPresent())
            return otherProject(kind, name, project.get(), span);
        Optional<Diagnostic> value = names.value(name, span);
        if (value.isPresent())
            return value.get();
        var elsewhere = names.elsewhere(name);
        if (elsewhere.isPresent())
            return Diagnostic
                    .error("MC0221", "expected " + ExpressionText.article(kind) + ","
                            + " but " + name + " is " + ExpressionText.article(elsewhere.get().getKey()),
                            new Label(span, ""),
                            new Label(elsewhere.get().getValue(), "declared here"))
                    .fix(known.isEmpty()
                            ? "declare it: " + kind + " " + name + " { … }"
                            : "write one of: " + String.join(", ", known));
        return missing(known, kind, name, span);
    }

    private Diagnostic otherProject(String kind, String name, String project, Span span) {
        Label declared = new Label(names.elsewhereAt(project, kind, name).orElse(span), "declared here");
        return project.isEmpty()
                ? Diagnostic.error("MC0225", kind + " " + name + " cannot be used in project " + names.project(),
                        new Label(span, ""), declared)
                        .why("LXD looks for it only in that project, which has its own objects of this kind")
                        .fix("declare it inside of project " + names.project()
                                + ", or let the project use the cluster's: networks = shared")
                : Diagnostic.error("MC0226", kind + " " + name + " belongs to"
                        + " project " + project, new Label(span, ""),
                        declared)
                        .why("LXD looks for it only in the project of the object that uses it")
                        .fix("write " + project + "." + name + " where a peering is meant, or declare one here");
    }

    private static Diagnostic missing(Collection<String> known, String kind, String name, Span span) {
        Diagnostic error = Diagnostic.error("MC0222", "unknown " + kind + " \"" + name + "\"", new Label(span, ""))
                .why("a name must refer to something that the files declare, if only as `existing`");
        Optional<String> nearest = Suggestion.to(name, known);
        if (nearest.isPresent())
            return error.fix("did you mean " + nearest.get() + "?");
        return known.isEmpty()
                ? error.fix("declare it: " + kind + " " + name + " { … }")
                : error.fix("write one of: " + String.join(", ", known));
    }
}
