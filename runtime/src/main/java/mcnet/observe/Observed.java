package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** What the cluster answered: every question with its answer. Data only, so that a plan can be made from a file. */
public record Observed(SequencedMap<Asked, Answer> answers) {

    private static final Answer NOT_ASKED = Answer.failed(0, "not asked");

    public Answer of(Asked asked) {
        return answers.getOrDefault(asked, NOT_ASKED);
    }

    public Answer cluster(String path) {
        return of(Asked.cluster(path));
    }

    public Answer cluster(Question question) {
        return of(new Asked(Place.CLUSTER, question));
    }

    public Answer member(String member, String path) {
        return of(Asked.member(member, path));
    }

    public Answer member(String member, Question question) {
        return of(Asked.member(member, question));
    }

    /** The members that answered, by the names that the program has for them. */
    public List<String> members() {
        return answers.keySet().stream().map(Asked::place).filter(Place.Member.class::isInstance)
                .map(place -> ((Place.Member) place).name()).distinct().toList();
    }

    /** The same with its secrets blanked. */
    public Observed blanked(Secrets secrets) {
        return each(secrets::blank);
    }

    /** The same with each value made another. */
    Observed each(UnaryOperator<JsonNode> other) {
        SequencedMap<Asked, Answer> all = new LinkedHashMap<>();
        answers.forEach((asked, answer) -> all.put(asked,
                answer.ok() ? new Answer(answer.status(), other.apply(answer.value()), "") : answer));
        return new Observed(all);
    }

    /** This and what was asked later; a later answer to the same question counts. */
    public Observed and(Map<Asked, Answer> more) {
        SequencedMap<Asked, Answer> all = new LinkedHashMap<>(answers);
        all.putAll(more);
        return new Observed(all);
    }

    public static Observed nothing() {
        return new Observed(new LinkedHashMap<>());
    }
}
