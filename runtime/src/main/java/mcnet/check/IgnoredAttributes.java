package mcnet.check;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Severity;
import mcnet.diagnostic.Span;
import mcnet.model.IgnoredPaths;
import mcnet.model.KindName;
import mcnet.model.Program;

/**
 * What a rule may warn of only: attributes under {@code ignore}. What they are is somebody else's to say, and a server that
 * holds them already has taken them.
 */
record IgnoredAttributes(List<Span> ignored) {

    static IgnoredAttributes of(Program program) {
        List<Span> spans = new ArrayList<>();
        program.each(declaration -> {
            IgnoredPaths ignored = IgnoredPaths.of(declaration);
            if (ignored.names().isEmpty()) return;
            declaration.said().filter(s -> !s.path().equals(IgnoredPaths.ATTRIBUTE) && ignored.has(s.path()))
                    .forEach(s -> spans.add(s.span()));
            declaration.nested(KindName.NIC)
                    .forEach(nic -> nic.said().filter(s -> ignored.has(nic.name() + "." + s.path()))
                            .forEach(s -> spans.add(s.span())));
        });
        return new IgnoredAttributes(spans);
    }

    /** An error whose guilty place is such an attribute, as a warning. */
    Diagnostic judged(Diagnostic found) {
        if (!found.isError() || found.labels().isEmpty() || !holds(found.labels().getFirst().span())) return found;
        return new Diagnostic(Severity.WARNING, found.code(), found.message(), found.labels(), found.why(),
                found.fix());
    }

    private boolean holds(Span span) {
        return ignored.stream().anyMatch(i -> i.source() == span.source() && i.start() <= span.start()
                && span.end() <= i.end());
    }
}
