package mcnet.check.rule.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Suggestion;
import mcnet.model.Declaration;
import mcnet.model.IgnoredPaths;
import mcnet.model.KindName;
import mcnet.model.Value;
import mcnet.schema.Attribute;
import mcnet.schema.PartKind;

/** {@code ignore} names attributes of its own declaration; a slip of the pen there would be found by nobody. */
public final class IgnoredNames implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().each(declaration -> {
            List<Value> names = IgnoredPaths.of(declaration).names();
            List<String> known = names.isEmpty() ? List.of() : known(declaration);
            for (Value name : names)
                if (!isKnown(name.text(), known)) report.accept(unknown(declaration, name, known));
        });
    }

    private static boolean isKnown(String name, List<String> known) {
        return name.startsWith("lxd.") || name.startsWith("user.")
                || known.stream().anyMatch(k -> k.equals(name) || k.startsWith(name + "."));
    }

    /** Its own attributes, and those of its NICs and parts behind their names. */
    private static List<String> known(Declaration declaration) {
        List<String> known = new ArrayList<>(paths(declaration).toList());
        declaration.nested(KindName.NIC).forEach(nic -> paths(nic).forEach(path -> known.add(nic.name() + "." + path)));
        for (PartKind part : declaration.kind().parts())
            declaration.nested(part.kind().name())
                    .forEach(inner -> paths(inner).forEach(path -> known.add(part.path(inner.name(), path))));
        return known;
    }

    private static Stream<String> paths(Declaration declaration) {
        return declaration.kind().attributes().stream().map(Attribute::path)
                .filter(path -> !path.equals(IgnoredPaths.ATTRIBUTE));
    }

    private static Diagnostic unknown(Declaration declaration, Value name, List<String> known) {
        Optional<String> nearest = Suggestion.to(name.text(), known);
        return Diagnostic.error("MC0380", "cannot ignore " + name.text() + ": " + declaration.title() + " has"
                + " no such attribute",
                new Label(name.span(), ""))
                .why("`ignore` lists what is managed elsewhere: attributes of this declaration, or keys under"
                        + " lxd and user; sentences cannot be ignored")
                .fix(nearest.map(n -> "did you mean " + n + "?").orElse("write one of: " + String.join(", ", known)));
    }
}
