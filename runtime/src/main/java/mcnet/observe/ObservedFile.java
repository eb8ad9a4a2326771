package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import mcnet.file.Content;
import mcnet.file.FileException;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;

/**
 * What a cluster answered, kept in a file, from which a plan can be made without the cluster. By place, then by
 * question: the answer itself, or {@code {"failed": status, "error": words}}.
 */
public final class ObservedFile {
    /** What such a file begins with: a place, then a question. */
    public static final Content CONTENT = Content.of("an observation", "\\{\\s*\"(cluster|here|members)\"\\s*:\\s*\\{"
            + "(\\s*}|\\s*\"[^\"]+\"\\s*:\\s*\\{)?\\s*\"(GET |ovs |northbound |southbound |links\"|machine\"|ping )");

    private static final String FAILED = "failed";

    private ObservedFile() {}

    public static void write(Observed observed, OutputFile file) throws FileException {
        file.write(json(observed.blanked(Secrets.BLANK)).toPrettyString() + "\n");
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

    /** Not readable as such; the message says why. */
    public static final class NoObservation extends IOException {
        public NoObservation(String why) {
            super(why);
        }
    }

    /** @throws NoObservation where the file holds something else, or a part of an observation */
    public static Observed read(Path file) throws IOException {
        JsonNode root;
        try {
            root = Json.file(InputFile.read(file, InputFile.DATA));
        } catch (Json.NoJson e) {
            throw new NoObservation(e.getMessage());
        }
        for (String place : List.of("cluster", "here", "members"))
            if (root.has(place) && !root.path(place).isObject())
                throw new NoObservation("its \"" + place + "\" is not an object");
        Observed observed;
        try {
            observed = of(root);
        } catch (IllegalArgumentException e) {
            throw new NoObservation(e.getMessage());
        }
        if (observed.answers().isEmpty()) throw new NoObservation("it holds no answer of a cluster");
        return observed;
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
