package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import mcnet.file.Content;
import mcnet.file.FileException;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;

/**
 * What a cluster answered, kept in a file, from which a plan can be made without the cluster.
 *
 * <p>Format 2: by whom was asked ({@code cluster}, {@code here}, {@code members.NAME}), the server's objects by path
 * ({@link ObjectStore}) under {@code objects}, and beside them the answers to questions of other sorts. Format 1, which
 * has no number, holds every answer under its question's text; it is still read.
 */
public final class ObservationFile {
    private static final int FORMAT = 2;
    private static final String FORMAT_KEY = "mcnet-observation";
    private static final String OBJECTS = "objects";

    /** What such a file begins with: its format, or in format 1 a place, then a question. */
    public static final Content CONTENT = Content.of("an observation", "\\{\\s*(\"" + FORMAT_KEY
            + "\"|\"(cluster|here|members)\"\\s*:\\s*\\{(\\s*}|\\s*\"[^\"]+\"\\s*:\\s*\\{)?\\s*"
            + "\"(GET |ovs |northbound |southbound |links\"|machine\"|ping ))");

    private static final String FAILED = "failed";

    private ObservationFile() {}

    /** It is no observation that can be used; the message says why. */
    public static final class NoObservation extends IOException {
        public NoObservation(String why) {
            super(why);
        }
    }

    /** Writes it for its owner's eyes. */
    public static void write(Observation observed, ObjectRedaction redaction, OutputFile file) throws FileException {
        file.write(json(observed.redacted(redaction)).toPrettyString() + "\n");
    }

    /** As a file keeps it; what must not stand there is the caller's to leave out. */
    public static ObjectNode json(Observation observed) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put(FORMAT_KEY, FORMAT);
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        Map<QueryTarget, ObjectStore> stores = new HashMap<>();
        observed.answers().forEach((asked, answer) -> {
            ObjectNode place = asked.place() instanceof QueryTarget.Member member
                    ? members.withObjectProperty(member.name())
                    : root.withObjectProperty(asked.place().toString());
            if (asked.question() instanceof Question.Lxd(String path))
                stores.computeIfAbsent(asked.place(), _ -> new ObjectStore(place.withObjectProperty(OBJECTS)))
                        .put(path, answer);
            else
                place.set(asked.question().text(), json(answer));
        });
        root.set("members", members);
        return root;
    }

    /** @throws NoObservation where the file holds something else, a part of one, or what a later version wrote */
    public static Observation read(Path file) throws IOException {
        Observation observed;
        try {
            observed = of(Json.file(InputFile.read(file, InputFile.DATA)));
        } catch (Json.NoJson e) {
            throw new NoObservation(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new NoObservation(e.getMessage());
        }
        if (observed.answers().isEmpty() && observed.stores().isEmpty())
            throw new NoObservation("it contains no answers of a cluster");
        return observed;
    }

    /** What {@link #json} wrote, in this format or the one before. */
    public static Observation of(JsonNode root) throws NoObservation {
        JsonNode format = root.path(FORMAT_KEY);
        if (!format.isMissingNode() && !(format.isInt() && format.asInt() == FORMAT))
            throw new NoObservation("its format is " + format + ", and this version of mcnet reads 1 and " + FORMAT);
        if (!root.path("cluster").isObject() && !root.path("members").isObject())
            throw new NoObservation("it has neither \"cluster\" nor \"members\"");
        SequencedMap<Query, Answer> answers = new LinkedHashMap<>();
        Map<QueryTarget, ObjectStore> stores = new HashMap<>();
        read(QueryTarget.CLUSTER, root.path("cluster"), answers, stores);
        read(QueryTarget.HERE, root.path("here"), answers, stores);
        for (Map.Entry<String, JsonNode> member : root.path("members").properties())
            read(QueryTarget.member(member.getKey()), member.getValue(), answers, stores);
        return new Observation(answers, stores);
    }

    private static void read(QueryTarget place, JsonNode of, Map<Query, Answer> answers,
            Map<QueryTarget, ObjectStore> stores)
            throws NoObservation {
        for (Map.Entry<String, JsonNode> entry : of.properties()) {
            if (entry.getKey().equals(OBJECTS) && entry.getValue() instanceof ObjectNode objects) {
                ObjectStore store = new ObjectStore(objects);
                stores.put(place, store);
                for (String path : store.paths())
                    store.answer(path).ifPresent(a -> answers.put(new Query(place, new Question.Lxd(path)), a));
            } else
                answers.put(new Query(place, question(entry.getKey())), answer(entry.getValue()));
        }
    }

    private static Question question(String text) throws NoObservation {
        try {
            return Question.parse(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new NoObservation("\"" + text + "\" in it is not a query of mcnet");
        }
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
