package mcnet.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What is wrong with a program for several clusters: said once, and for which of them where not for all. */
public final class MergedDiagnostics {
    private MergedDiagnostics() {}

    /** @param found by cluster */
    public static List<Diagnostic> of(SequencedMap<String, List<Diagnostic>> found) {
        if (found.size() == 1)
            return found.firstEntry().getValue();
        Map<List<Object>, List<String>> where = new LinkedHashMap<>();
        Map<List<Object>, Diagnostic> first = new LinkedHashMap<>();
        found.forEach((cluster, diagnostics) -> diagnostics.stream().distinct().forEach(d -> {
            where.computeIfAbsent(key(d), _ -> new ArrayList<>()).add(cluster);
            first.putIfAbsent(key(d), d);
        }));
        List<Diagnostic> common = new ArrayList<>();
        first.forEach((key, diagnostic) -> {
            List<String> clusters = where.get(key).stream().distinct().toList();
            common.add(clusters.size() == found.size() ? diagnostic : in(clusters, diagnostic));
        });
        return common;
    }

    private static List<Object> key(Diagnostic diagnostic) {
        Span span = diagnostic.labels().getFirst().span();
        return List.of(diagnostic.code(), diagnostic.message(), span.source(), span.start(), span.end());
    }

    private static Diagnostic in(List<String> clusters, Diagnostic d) {
        String message = d.message() + " (cluster" + (clusters.size() > 1 ? "s " : " ") + String.join(", ", clusters)
                + ")";
        return new Diagnostic(d.severity(), d.code(), message, d.labels(), d.why(), d.fix());
    }
}
