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
        return Diagnostic.error("MC0422", "the value depends on itself: " + names,
                labels(ring.stream().map(Binding::at).toList()))
                .why("none of them can be computed first").fix("give one of them a constant value");
    }

    public static Diagnostic ofBlueprints(List<String> names, List<Span> uses) {
        return Diagnostic.error("MC0423", "the blueprint uses itself: " + String.join(" uses ", names), labels(uses))
                .why("the expansion would never end").fix("remove one of the uses");
    }

    public static Diagnostic ofImports(List<String> names, List<Span> imports) {
        return Diagnostic.error("MC0424", "the files import each other: " + String.join(" imports ", names),
                labels(imports))
                .why("all files of a program can use each other's declarations, so an import cycle is nearly"
                        + " always a mistake")
                .fix("remove one of the imports");
    }

    private static Label[] labels(List<Span> spans) {
        List<Label> labels = new ArrayList<>();
        for (Span span : spans)
            labels.add(new Label(span, labels.isEmpty() ? "from here" : ""));
        return labels.toArray(Label[]::new);
    }
}
