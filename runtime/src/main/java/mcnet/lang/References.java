package mcnet.lang;

import java.util.Collection;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;

/** A name that nothing declares. */
final class References {
    private References() {}

    static Diagnostic unknown(Names names, String kind, String name, Span span) {
        if (kind.equals("uplink") && name.equals("none"))
            return Diagnostic.error("MC0220", "a network without uplink is not to be had", new Label(span, ""))
                    .why("LXD connects every OVN network to an uplink; with none named it picks one by itself")
                    .fix("name the uplink");
        var elsewhere = names.elsewhere(name);
        if (elsewhere.isPresent())
            return Diagnostic.error("MC0221", name + " is " + Phrases.article(elsewhere.get().getKey()) + ", and "
                    + Phrases.article(kind) + " is wanted here", new Label(span, ""),
                    new Label(
                            elsewhere.get().getValue(), "declared here"))
                    .fix(names.of(kind).isEmpty()
                            ? "declare it: " + kind + " " + name + " { … }"
                            : "write one of: " + String.join(", ", names.of(kind)));
        return missing(names.of(kind), kind, name, span);
    }

    private static Diagnostic missing(Collection<String> known, String kind, String name, Span span) {
        Diagnostic error = Diagnostic.error("MC0222", "no " + kind + " is called " + name, new Label(span, ""));
        Optional<String> nearest = Nearest.to(name, known);
        if (nearest.isPresent())
            return error.fix("did you mean " + nearest.get() + "?");
        return known.isEmpty()
                ? error.fix("declare it: " + kind + " " + name + " { … }")
                : error.fix("write one of: " + String.join(", ", known));
    }
}
