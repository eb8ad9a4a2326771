package mcnet.tests.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.observe.Question;

/**
 * What an observation's file holds, as the member itself would have said it. A list that is not in it is empty,
 * any other thing is not there. A member that could not be asked says nothing.
 */
public record RecordedAnswers(Observation observed, String member) implements Answers {

    /** @param file a case's, or as {@code mcnet observe} writes it */
    public static RecordedAnswers of(Path file, String member) {
        try {
            return new RecordedAnswers(CaseObservation.of(file), member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public HttpAnswer lxd(HttpRequest request) {
        Optional<Answer> answer = find("GET " + request.path());
        // A list that was not asked for is empty; LXD answers 404 to none.
        if (answer.isEmpty() && request.path().contains("recursion=")) return HttpAnswer.sync("[]");
        if (answer.isEmpty()) return HttpAnswer.error(404, "\"not found\"");
        if (!answer.get().isReached()) return HttpAnswer.none();
        if (answer.get().ok()) return HttpAnswer.sync(text(answer.get().value()));
        return HttpAnswer.error(answer.get().status(), quoted(answer.get().error()));
    }

    @Override
    public CommandAnswer command(List<String> words) {
        if (words.contains("external_ids:ovn-remote")) return CommandAnswer.of("\"tcp:127.0.0.1:6642\"\n");
        if (List.of("ping", "lxc", "incus").contains(words.getFirst())) return CommandAnswer.of("");
        Optional<Answer> answer = find(question(words));
        if (answer.isEmpty()) return CommandAnswer.failed(1, words.getFirst() + ": unknown\n");
        return answer.get().ok()
                ? CommandAnswer.of(text(answer.get().value()) + "\n")
                : CommandAnswer.failed(1, answer.get().error());
    }

    /** The question that a command answers, as an observation's file names it. */
    private static String question(List<String> words) {
        String program = words.getFirst();
        if (program.equals("ip")) return "links";
        String columns = words.stream().filter(w -> w.startsWith("--columns=")).findFirst().orElse("--columns=_uuid");
        String database = switch (program) {
            case "ovs-vsctl" -> "ovs";
            case "ovn-nbctl" -> "northbound";
            default -> "southbound";
        };
        return database + " " + words.getLast() + " " + columns.substring("--columns=".length());
    }

    private Optional<Answer> find(String question) {
        for (QueryTarget place : List.of(QueryTarget.member(member), QueryTarget.CLUSTER)) {
            Query asked = new Query(place, Question.parse(question));
            if (observed.knows(asked)) return Optional.of(observed.of(asked));
        }
        return Optional.empty();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "null" : value.toString();
    }

    static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
