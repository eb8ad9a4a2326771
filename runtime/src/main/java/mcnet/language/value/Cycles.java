package mcnet.language.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;

/** Things that need themselves: the ring is shown, from its beginning back to it. */
public final class Cycles {
    private Cycles() {}

    static Diagnostic ofValues(Collection<Binding> desired, Binding again) {
        List<Binding> ring = desired.stream().dropWhile(b -> b != again).toList();
        String names = ring.stream().map(Binding::name).collect(Collectors.joining(" needs ")) + " needs "
                + again.name();
        return Diagnostic.error("MC0422", "a value that needs itself: " + names,
                labels(ring.stream().map(Binding::at).toList()))
                .why("there is no value to begin with").fix("give one of them a value of its own");
    }

    public static Diagnostic ofBlueprints(List<String> names, List<Span> uses) {
        return Diagnostic.error("MC0423", "a blueprint that uses itself: " + String.join(" uses ", names), labels(uses))
                .why("it would never end").fix("take one of the uses out");
    }

    public static Diagnostic ofImports(List<String> names, List<Span> imports) {
        return Diagnostic.error("MC0424", "files that import each other: " + String.join(" imports ", names),
                labels(imports))
                .why("files of one program see each other anyway, so a ring is nearly always a mistake")
                .fix("take one of the imports out");
    }

    private static Label[] labels(List<Span> spans) {
        List<Label> labels = new ArrayList<>();
        for (Span span : spans)
            labels.add(new Label(span, labels.isEmpty() ? "from here" : ""));
        return labels.toArray(Label[]::new);
    }
}
