package mcnet.model;

import java.util.Map;
import java.util.Set;
import mcnet.diagnostic.Span;

/**
 * What is not known of a program because the user's text for it was wrong and is reported already. A rule that concludes
 * something from the absence of a setting asks here first, so that one mistake is one error.
 *
 * @param paths by a declaration's span: the paths in doubt; {@code *} stands for all of them
 * @param names every word in what could not be read at all: one of these may well be declared there
 */
public record InvalidParts(Map<Span, Set<String>> paths, Set<String> names) {
    public static final String ALL = "*";

    public static final InvalidParts NONE = new InvalidParts(Map.of(), Set.of());

    /** A path in doubt puts what is inside it in doubt as well. */
    public boolean about(Declaration declaration, String path) {
        if (paths.isEmpty()) return false;
        Set<String> doubtful = paths.getOrDefault(declaration.span(), Set.of());
        return doubtful.contains(ALL)
                || doubtful.stream()
                        .anyMatch(d -> path.equals(d) || path.startsWith(d + ".") || d.startsWith(path + "."));
    }

    public boolean about(Declaration declaration) {
        return !paths.isEmpty() && !paths.getOrDefault(declaration.span(), Set.of()).isEmpty();
    }
}
