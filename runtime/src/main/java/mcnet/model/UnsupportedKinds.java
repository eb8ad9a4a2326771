package mcnet.model;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.schema.ConfigKeys;

/** What belongs to the language and is checked, but which no module makes yet: a plan without it would be wrong. */
public final class UnsupportedKinds {
    private UnsupportedKinds() {}

    /** A warning for each declaration, attribute and key of that sort, in the order of the text. */
    public static List<Diagnostic> of(Program program) {
        List<Diagnostic> found = new ArrayList<>();
        program.declarations().forEach(d -> of(d, found));
        program.existing().forEach(others -> others.nested().forEach(d -> of(d, found)));
        return found;
    }

    private static void of(Declaration declaration, List<Diagnostic> found) {
        if (!declaration.kind().supported()) {
            found.add(warning("the kind " + declaration.kind().name(), declaration.span()));
            return;
        }
        declaration.said().filter(setting -> isPending(declaration, setting))
                .forEach(setting -> found.add(warning(setting.path(), setting.span())));
        declaration.said().filter(setting -> isLost(declaration.kind().server().keys().own(), setting.path()))
                .forEach(setting -> found
                        .add(warning(setting.path() + " in " + declaration.kind().name(), setting.span())));
        declaration.nested().forEach(inner -> of(inner, found));
    }

    private static boolean isPending(Declaration declaration, Setting setting) {
        return declaration.kind().attribute(setting.path()).filter(a -> !a.isSupported()).isPresent();
    }

    /** A key without a schema that no object keeps. */
    private static boolean isLost(ConfigKeys.Own own, String path) {
        return switch (own) {
            case NONE -> path.startsWith("lxd.") || path.startsWith("user.");
            case SERVER -> path.startsWith("user.");
            case ALL -> false;
        };
    }

    private static Diagnostic warning(String what, Span span) {
        return Diagnostic.warning("MC0200", "this version does not support " + what + " yet", new Label(span, ""))
                .why("mcnet checks it but cannot apply it, so a plan refuses it")
                .fix("remove it for now");
    }
}
