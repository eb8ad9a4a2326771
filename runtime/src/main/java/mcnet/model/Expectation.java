package mcnet.model;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/**
 * Who is to reach whom: {@code web reaches db using postgres}.
 *
 * @param traffic empty: everything
 */
public record Expectation(Mode mode, List<Subject> from, List<Subject> to, List<Traffic> traffic,
        Optional<String> description, Span span) {

    public enum Mode {
        /** Every source gets all of it to every target. */
        REACHES,
        /** No source gets any of it to any target. */
        NEVER,
        /** As {@link #REACHES}, and nobody else does. */
        ONLY
    }

    public Expectation {
        from = List.copyOf(from);
        to = List.copyOf(to);
        traffic = List.copyOf(traffic);
    }
}
