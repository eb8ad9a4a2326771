package mcnet.lang;

import java.util.Collection;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Nearest;
import mcnet.diagnostic.Span;

/** Names that stand for nothing. */
final class Unknown {
    private Unknown() {}

    static Diagnostic name(String name, Span span, Scope scope) {
        return Diagnostic.error("MC0407", name + " stands for no value here", new Label(span, ""))
                .fix(hint(name, scope.names(), "declare it: let " + name + " = …"));
    }

    static Diagnostic function(String name, Span span) {
        return Diagnostic.error("MC0408", "there is no function " + name, new Label(span, ""))
                .fix(hint(name, Functions.NAMES, "write one of: " + String.join(", ", Functions.NAMES)));
    }

    static String hint(String name, Collection<String> known, String otherwise) {
        return Nearest.to(name, known).map(n -> "did you mean " + n + "?").orElse(otherwise);
    }
}
