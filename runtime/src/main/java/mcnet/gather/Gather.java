package mcnet.gather;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.model.Cluster;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Question;
import mcnet.observe.Trace;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;
import mcnet.remote.Local;

/** Merges everyone's questions into one batch for each member and brings the answers. */
public final class Gather {
    private static final int AGAIN = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Asking members;
    private final Trace trace;
    private final Local here = new Local();

    public Gather(Cluster cluster, Asking members, Trace trace) {
        this.cluster = cluster;
        this.members = members;
        this.trace = trace;
    }

    /**
     * One turn: each member is asked everything that concerns it, and the first what concerns all. What a server cannot
     * answer while its database has no leader is asked again.
     */
    public Observed ask(Collection<Asked> questions) throws FleetException {
        Observed seen = once(questions);
        for (int again = 0; again < AGAIN; again++) {
            List<Asked> open = seen.answers().entrySet().stream().filter(e -> Election.isOn(e.getValue()))
                    .map(Map.Entry::getKey).toList();
            if (open.isEmpty() || !paused()) return seen;
            seen = seen.and(once(open).answers());
        }
        return seen;
    }

    /** Waits a moment before something is asked again; false where one is not to wait any more. */
    public static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Observed once(Collection<Asked> questions) throws FleetException {
        Map<String, Set<Question>> byMember = new LinkedHashMap<>();
        Set<Question> local = new LinkedHashSet<>();
        for (Asked asked : questions) {
            switch (asked.place()) {
                case Place.Here _ -> local.add(asked.question());
                case Place.Cluster _ ->
                    byMember.computeIfAbsent(lead(), m -> new LinkedHashSet<>()).add(asked.question());
                case Place.Member member ->
                    byMember.computeIfAbsent(member.name(), m -> new LinkedHashSet<>()).add(asked.question());
            }
        }
        byMember.forEach((member, all) -> all.forEach(q -> trace.sent(member, q.text(), null)));
        Map<String, Map<Question, Answer>> remote = byMember.isEmpty() ? Map.of() : members.ask(byMember);
        remote.forEach((member, all) -> all.forEach((q, a) -> trace.answered(member, q.text(), a.status(), a.error())));
        Map<Question, Answer> own = here.ask(local);
        SequencedMap<Asked, Answer> answers = new LinkedHashMap<>();
        for (Asked asked : questions) {
            Map<Question, Answer> of = switch (asked.place()) {
                case Place.Here _ -> own;
                case Place.Cluster _ -> remote.get(lead());
                case Place.Member member -> remote.get(member.name());
            };
            answers.put(asked, of.get(asked.question()));
        }
        return new Observed(answers);
    }

    private String lead() {
        return cluster.members().getFirst().name();
    }
}
