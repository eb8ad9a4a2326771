package mcnet.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;

/** A diagnostic for editors and machines. */
final class DiagnosticJson {
    private DiagnosticJson() {}

    static void write(ObjectNode node, Diagnostic diagnostic) {
        node.put("severity", diagnostic.severity().word());
        node.put("code", diagnostic.code());
        node.put("message", diagnostic.message());
        if (!diagnostic.why().isEmpty()) node.put("why", diagnostic.why());
        if (!diagnostic.fix().isEmpty()) node.put("fix", diagnostic.fix());
        ArrayNode places = node.putArray("places");
        for (Label label : diagnostic.labels()) {
            ObjectNode place = places.addObject();
            place.put("file", label.span().source().name());
            place.put("line", label.span().line());
            place.put("column", label.span().column());
            place.put("end_line", label.span().endLine());
            place.put("end_column", label.span().endColumn());
            place.put("text", label.text());
        }
    }
}
