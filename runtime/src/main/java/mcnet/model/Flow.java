package mcnet.model;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/**
 * One sentence for an intent: {@code flow web -> db using postgres}.
 *
 * @param traffic empty: everything
 */
public record Flow(List<Subject> from, List<Subject> to, List<Traffic> traffic, Optional<String> description,
        Span span) {
    public Flow {
        from = List.copyOf(from);
        to = List.copyOf(to);
        traffic = List.copyOf(traffic);
    }
}
