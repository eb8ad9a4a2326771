package mcnet.language.bind;

import java.util.Collection;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.tree.Expression;
import mcnet.language.value.Functions;
import mcnet.language.value.Scope;

/** Names that stand for nothing. */
public final class UnknownNames {
    private UnknownNames() {}

    public static Diagnostic name(String name, Span span, Scope scope) {
        if (scope.isHidden(name))
            return hidden(name, span);
        return Diagnostic.error("MC0407", "unknown value \"" + name + "\"", new Label(span, ""))
                .fix(hint(name, scope.names(), "declare it: let " + name + " = …"));
    }

    /** {@code tiers.web}, where {@code tiers} is a map. */
    public static Diagnostic element(String path, Expression.MapOf map, Span span) {
        String name = path.substring(0, path.indexOf('.'));
        String key = path.substring(name.length() + 1);
        List<String> keys = map.entries().stream().map(e -> e.key().text()).toList();
        String meant = keys.contains(key)
                ? key
                : Suggestion.to(key, keys).orElse(keys.isEmpty() ? key : keys.getFirst());
        return Diagnostic.error("MC0294", path + " is not a value: " + name + " is a map", new Label(span, ""))
                .why("a dot is used in names of objects, such as acme.front; an element of a map is written in"
                        + " brackets")
                .fix("write " + name + "[\"" + meant + "\"]");
    }

    /** A value of the program, named inside of a blueprint. */
    public static Diagnostic hidden(String name, Span span) {
        return Diagnostic.error("MC0295", name + " cannot be used inside a blueprint", new Label(span, ""))
                .why("a blueprint can use only its own parameters, so that it means the same wherever it is"
                        + " used; " + name
                        + " is a value of the program")
                .fix("add a parameter to the blueprint, " + name + ": TYPE, and set it where the blueprint is used: "
                        + name + " = " + name);
    }

    public static Diagnostic function(String name, Span span) {
        return Diagnostic.error("MC0408", "unknown function \"" + name + "\"", new Label(span, ""))
                .fix(hint(name, Functions.NAMES, "write one of: " + String.join(", ", Functions.NAMES)));
    }

    public static String hint(String name, Collection<String> known, String otherwise) {
        return Suggestion.to(name, known).map(n -> "did you mean " + n + "?").orElse(otherwise);
    }
}
