package mcnet.language.load;

import java.util.Optional;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.grammar.tree.Name;

/**
 * What a program may be called. The name stands in the marks of all that the program makes, in the name of a file for
 * each apply, and in what the next reader of the plan sees; a rule of our own, wide enough for any language. Marks with
 * other names, which older versions wrote, are read all the same.
 */
public final class ProgramNames {
    private static final Pattern ALLOWED = Pattern
            .compile("[\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N} ._-]{0,61}[\\p{L}\\p{M}\\p{N}._-])?");

    private ProgramNames() {}

    public static Optional<Diagnostic> check(Name name) {
        if (ALLOWED.matcher(name.text()).matches()) return Optional.empty();
        return Optional.of(Diagnostic.error("MC0019", "invalid program name", new Label(name.span(), ""))
                .why("a program's name has 1 to 63 letters, digits, blanks, dots, dashes and underscores, and begins with"
                        + " a letter or a digit")
                .fix("program shop"));
    }
}
