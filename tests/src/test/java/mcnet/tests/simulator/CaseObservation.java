package mcnet.tests.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;

/**
 * What the cluster of a case answered. Its {@code observed.json} is whole, as {@code mcnet observe} writes it, or says what
 * is otherwise than on a cluster of {@code tests/observations}: <code>{"base": NAME, "patch": {…}}</code>, a merge patch
 * (RFC 7396).
 */
public final class CaseObservation {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseObservation() {}

    /** @param file a case's {@code observed.json} */
    public static Observation of(Path file) throws IOException {
        return ObservationFile.of(json(file));
    }

    /** The same as a file that {@code --observed} takes. */
    public static Path whole(Path file, Path to) throws IOException {
        return Files.writeString(to, json(file).toString());
    }

    /** Whether it is told by what is otherwise; what is cut off or no JSON is not. */
    public static boolean isPatch(Path file) throws IOException {
        return Files.readString(file).matches("\\{\\s*\"base\"[\\s\\S]*");
    }

    public static JsonNode json(Path file) throws IOException {
        JsonNode said = JSON.readTree(file.toFile());
        if (!said.has("base")) return said;
        Path bases = Path.of(System.getProperty("mcnet.home")).resolve("tests/observations");
        JsonNode base = JSON.readTree(bases.resolve(said.get("base").asText() + ".json").toFile());
        return said.has("patch") ? merged(base, said.get("patch")) : base;
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) return patch;
        ObjectNode all = target instanceof ObjectNode object ? object.deepCopy() : JSON.createObjectNode();
        patch.properties().forEach(e -> {
            if (e.getValue().isNull()) all.remove(e.getKey());
            else
                all.set(e.getKey(), merged(all.path(e.getKey()), e.getValue()));
        });
        return all;
    }
}
