package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What the cluster answered. Data only, so that a plan can be made from a file.
 *
 * @param answers every question that was asked, with its answer
 * @param stores the server's objects, from which other questions are answered, by whom one would ask
 * @param unreached the members that could not be asked, or not all of it, each with the reason
 */
public record Observation(SequencedMap<Query, Answer> answers, Map<QueryTarget, ObjectStore> stores,
        SequencedMap<String, String> unreached) {

    private static final int MALFORMED = 502;
    private static final Answer NOT_ASKED = Answer.failed(0, "not asked");

    public Observation(SequencedMap<Query, Answer> answers) {
        this(answers, Map.of());
    }

    Observation(SequencedMap<Query, Answer> answers, Map<QueryTarget, ObjectStore> stores) {
        this(answers, stores, unreached(answers));
    }

    private static SequencedMap<String, String> unreached(SequencedMap<Query, Answer> answers) {
        SequencedMap<String, String> unreached = new LinkedHashMap<>();
        answers.forEach((asked, answer) -> {
            if (!answer.isReached() && asked.place() instanceof QueryTarget.Member(String name))
                unreached.putIfAbsent(name, answer.error());
        });
        return unreached;
    }

    /** The answer; one of another shape than LXD gives it counts as a failure. */
    public Answer of(Query asked) {
        Answer answer = answer(asked);
        return answer.ok() && asked.question() instanceof Question.Lxd lxd && !lxd.fits(answer.value())
                ? Answer.failed(MALFORMED, "the answer has not the shape that LXD gives it")
                : answer;
    }

    private Answer answer(Query asked) {
        Answer answer = answers.get(asked);
        if (answer != null) return answer;
        ObjectStore store = stores.get(asked.place());
        if (store == null || !(asked.question() instanceof Question.Lxd(String path))) return NOT_ASKED;
        return store.answer(path).orElse(NOT_ASKED);
    }

    /** Whether it comes from a file, in which values may be left out. */
    public boolean recorded() {
        return !stores.isEmpty();
    }

    /** Whether it was asked, or can be answered as if it had been. */
    public boolean knows(Query asked) {
        return of(asked).status() != 0;
    }

    public Answer cluster(String path) {
        return of(Query.cluster(path));
    }

    public Answer cluster(Question question) {
        return of(new Query(QueryTarget.CLUSTER, question));
    }

    public Answer member(String member, String path) {
        return of(Query.member(member, path));
    }

    public Answer member(String member, Question question) {
        return of(new Query(QueryTarget.member(member), question));
    }

    /** The members that were asked, by the names that the program has for them. */
    public List<String> members() {
        return Stream.concat(answers.keySet().stream().map(Query::place), stores.keySet().stream())
                .filter(QueryTarget.Member.class::isInstance).map(place -> ((QueryTarget.Member) place).name())
                .distinct().toList();
    }

    /** The same without what a file needs not hold. */
    public Observation redacted(ObjectRedaction redaction) {
        return each(redaction::of);
    }

    /** The same with each answer's value made another. */
    Observation each(BiFunction<Query, JsonNode, JsonNode> other) {
        SequencedMap<Query, Answer> all = new LinkedHashMap<>();
        answers.forEach((asked, answer) -> all.put(asked,
                answer.ok() ? new Answer(answer.status(), other.apply(asked, answer.value()), "") : answer));
        return new Observation(all, stores);
    }

    /** This and what was asked later; a later answer to the same question counts. */
    public Observation and(Map<Query, Answer> more) {
        SequencedMap<Query, Answer> all = new LinkedHashMap<>(answers);
        all.putAll(more);
        return new Observation(all, stores);
    }

    public static Observation nothing() {
        return new Observation(new LinkedHashMap<>());
    }
}
