package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a cluster answered, kept in a file, from which a plan can be made without the cluster. By place, then by
 * question: the answer itself, or {@code {"failed": status, "error": words}}.
 */
public final class ObservedFile {
    private static final String FAILED = "failed";

    private ObservedFile() {}

    public static void write(Observed observed, Path file) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.writeString(file, json.writeValueAsString(json(observed.blanked(Secrets.BLANK))) + "\n");
    }

    /** As a file keeps it; secrets are the caller's to blank. */
    public static ObjectNode json(Observed observed) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        observed.answers().forEach((asked, answer) -> {
            ObjectNode place = asked.place() instanceof Place.Member member
                    ? members.withObjectProperty(member.name())
                    : root.withObjectProperty(asked.place().toString());
            place.set(asked.question().text(), json(answer));
        });
        root.set("members", members);
        return root;
    }

    public static Observed read(Path file) throws IOException {
        return of(Json.read(Files.readAllBytes(file)));
    }

    /** What {@link #json} wrote. */
    public static Observed of(JsonNode root) {
        SequencedMap<Asked, Answer> answers = new LinkedHashMap<>();
        read(Place.CLUSTER, root.path("cluster"), answers);
        read(Place.HERE, root.path("here"), answers);
        root.path("members").properties().forEach(m -> read(Place.member(m.getKey()), m.getValue(), answers));
        return new Observed(answers);
    }

    private static void read(Place place, JsonNode of, Map<Asked, Answer> answers) {
        of.properties().forEach(e -> answers.put(new Asked(place, Question.parse(e.getKey())), answer(e.getValue())));
    }

    private static Answer answer(JsonNode node) {
        if (!node.path(FAILED).isInt()) return Answer.of(node);
        return Answer.failed(node.path(FAILED).asInt(), node.path("error").asText());
    }

    private static JsonNode json(Answer answer) {
        if (answer.ok()) return answer.value();
        return JsonNodeFactory.instance.objectNode().put(FAILED, answer.status()).put("error", answer.error());
    }
}
