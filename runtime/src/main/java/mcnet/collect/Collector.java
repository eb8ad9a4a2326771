package mcnet.collect;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.observe.Answer;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.observe.Question;
import mcnet.ssh.LocalSession;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;

/** Merges everyone's queries into one batch for each member and brings the answers. */
public final class Collector {
    private static final int AGAIN = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ClusterConnection cluster;
    private final ReadOnlyConnections members;
    private final CallTrace trace;
    private final LocalSession here = new LocalSession();
    private final Map<String, Answer> unreached = new LinkedHashMap<>();

    public Collector(ClusterConnection cluster, ReadOnlyConnections members, CallTrace trace) {
        this.cluster = cluster;
        this.members = members;
        this.trace = trace;
    }

    /**
     * One turn: each member is asked everything that concerns it, and the first that can be reached what concerns all. What
     * a server cannot answer while its database has no leader is asked again.
     *
     * @throws UnreachableException if no member can be reached, or one is there and cannot be asked
     */
    public Observation ask(Collection<Query> queries) throws UnreachableException {
        Observation seen = once(queries);
        for (int again = 0; again < AGAIN; again++) {
            List<Query> open = seen.answers().entrySet().stream().filter(e -> LeaderElection.isOn(e.getValue()))
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

    private Observation once(Collection<Query> queries) throws UnreachableException {
        SequencedMap<Query, Answer> answers = new LinkedHashMap<>();
        Collection<Query> open = queries;
        while (!open.isEmpty()) {
            answers.putAll(turn(open));
            open = answers.entrySet().stream().filter(e -> isOpen(e.getKey(), e.getValue())).map(Map.Entry::getKey)
                    .toList();
        }
        return new Observation(answers);
    }

    private Map<Query, Answer> turn(Collection<Query> queries) throws UnreachableException {
        String lead = lead();
        Map<String, Set<Question>> byMember = new LinkedHashMap<>();
        Set<Question> local = new LinkedHashSet<>();
        for (Query asked : queries) {
            switch (asked.place()) {
                case QueryTarget.Here _ -> local.add(asked.question());
                case QueryTarget.Cluster _ ->
                    byMember.computeIfAbsent(lead, m -> new LinkedHashSet<>()).add(asked.question());
                case QueryTarget.Member member ->
                    byMember.computeIfAbsent(member.name(), m -> new LinkedHashSet<>()).add(asked.question());
            }
        }
        byMember.forEach((member, all) -> all.forEach(q -> trace.sent(member, q.text(), null)));
        Map<String, Map<Question, Answer>> remote = remote(byMember);
        remote.forEach((member, all) -> all.forEach((q, a) -> trace.answered(member, q.text(), a.status(), a.error())));
        Map<Question, Answer> own = here.ask(local);
        SequencedMap<Query, Answer> answers = new LinkedHashMap<>();
        for (Query asked : queries) {
            answers.put(asked, switch (asked.place()) {
                case QueryTarget.Here _ -> own.get(asked.question());
                case QueryTarget.Cluster _ -> answer(remote, lead, asked.question());
                case QueryTarget.Member member -> answer(remote, member.name(), asked.question());
            });
        }
        return answers;
    }

    private Map<String, Map<Question, Answer>> remote(Map<String, Set<Question>> byMember) throws UnreachableException {
        if (byMember.isEmpty()) return Map.of();
        ReadOnlyConnections.Replies replies = members.ask(byMember);
        replies.unreached().forEach((member, why) -> unreached.computeIfAbsent(member, _ -> unreached(why)));
        return replies.answers();
    }

    /** In the words in which it would be told by itself. */
    private Answer unreached(RemoteException why) {
        Diagnostic told = ConnectionFailures.of(why, cluster);
        return Answer.unreached(told.message() + (told.why().isEmpty() ? "" : ": " + told.why()));
    }

    private Answer answer(Map<String, Map<Question, Answer>> remote, String member, Question question) {
        return unreached.containsKey(member) ? unreached.get(member) : remote.get(member).get(question);
    }

    private boolean isOpen(Query asked, Answer answer) {
        return asked.place() instanceof QueryTarget.Cluster && !answer.isReached() && !unreached.containsKey(lead());
    }

    /** The first member that is not known to be away. */
    private String lead() {
        return cluster.members().stream().map(Member::name).filter(m -> !unreached.containsKey(m)).findFirst()
                .orElse(cluster.members().getFirst().name());
    }
}
