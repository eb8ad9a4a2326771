package mcnet.lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Span;
import mcnet.model.Doubts;

/** What is found wrong while sources are read, and what is in doubt because of it. */
final class Findings {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<Span, Set<String>> paths = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void addAll(List<Diagnostic> more) {
        diagnostics.addAll(more);
    }

    /** @param declaration the span by which a declaration is known */
    void doubt(Span declaration, String path) {
        paths.computeIfAbsent(declaration, _ -> new HashSet<>()).add(path);
    }

    boolean inDoubt(Span declaration, String path) {
        Set<String> doubtful = paths.getOrDefault(declaration, Set.of());
        return doubtful.contains(path) || doubtful.contains(Doubts.ALL);
    }

    void doubtNames(Set<String> words) {
        names.addAll(words);
    }

    boolean mayBeDeclared(String name) {
        return names.contains(name) || names.contains(Doubts.ALL);
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    Doubts doubts() {
        return new Doubts(Map.copyOf(paths), Set.copyOf(names));
    }
}
