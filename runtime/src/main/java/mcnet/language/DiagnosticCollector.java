package mcnet.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Span;
import mcnet.model.InvalidParts;

/** What is found wrong while sources are read, and what is in doubt because of it. */
public final class DiagnosticCollector {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<Span, Set<String>> paths = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    public void addAll(List<Diagnostic> more) {
        diagnostics.addAll(more);
    }

    /** @param declaration the span by which a declaration is known */
    public void doubt(Span declaration, String path) {
        paths.computeIfAbsent(declaration, _ -> new HashSet<>()).add(path);
    }

    public boolean inDoubt(Span declaration, String path) {
        Set<String> doubtful = paths.getOrDefault(declaration, Set.of());
        return doubtful.contains(path) || doubtful.contains(InvalidParts.ALL);
    }

    public void doubtNames(Set<String> words) {
        names.addAll(words);
    }

    public boolean mayBeDeclared(String name) {
        return names.contains(name) || names.contains(InvalidParts.ALL);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    InvalidParts invalidParts() {
        return new InvalidParts(Map.copyOf(paths), Set.copyOf(names));
    }
}
