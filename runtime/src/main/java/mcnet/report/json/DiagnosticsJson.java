package mcnet.report.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcnet.diagnostic.ControlCharacters;
import mcnet.diagnostic.Diagnostic;

/** All that is wrong with a program, for editors and machines: {@code {"diagnostics": […]}}. */
public final class DiagnosticsJson {
    private DiagnosticsJson() {}

    public static String of(List<Diagnostic> diagnostics) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ArrayNode all = root.putArray("diagnostics");
        diagnostics.forEach(d -> DiagnosticJson.write(all.addObject(), d));
        return ControlCharacters.escapedJson(root.toPrettyString()) + "\n";
    }
}
