package mcnet.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.observe.Answer;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.Question;
import mcnet.ssh.Endpoint;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Timeouts;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private static final Query MEMBERS = Query.cluster("/1.0/cluster/members");
    private static final Query SERVER = Query.member("micro1", "/1.0");

    /** A database that has no leader for the first answers to one question. */
    private static final class Server implements ReadOnlyConnections {
        private final List<Question> asked = new ArrayList<>();
        private final String error;
        private final Set<String> away;
        private int leaderless;

        private Server(String error, int leaderless, String... away) {
            this.error = error;
            this.leaderless = leaderless;
            this.away = Set.of(away);
        }

        @Override
        public Replies ask(Map<String, ? extends Collection<Question>> questions) {
            Map<String, Map<Question, Answer>> answers = questions.entrySet().stream()
                    .filter(e -> !away.contains(e.getKey())).collect(Collectors.toMap(Map.Entry::getKey,
                            e -> e.getValue().stream().collect(Collectors.toMap(q -> q, this::answer))));
            return new Replies(answers, away.stream().collect(Collectors.toMap(m -> m, CollectorTest::refusal)));
        }

        private Answer answer(Question question) {
            asked.add(question);
            boolean down = question.equals(MEMBERS.question()) && leaderless-- > 0;
            return down ? Answer.failed(500, error) : Answer.of(JsonNodeFactory.instance.objectNode());
        }

        @Override
        public void close() {}
    }

    @Test
    void whatNobodyLedIsAskedAgainAndNothingElse() throws UnreachableException {
        Server server = new Server("Failed to begin transaction: context deadline exceeded", 2);
        Observation seen = new Collector(cluster(), server, CallTrace.NONE).ask(List.of(MEMBERS, SERVER));
        assertTrue(seen.of(MEMBERS).ok() && seen.of(SERVER).ok(), seen::toString);
        assertEquals(4, server.asked.size(), server.asked::toString);
    }

    @Test
    void itEndsAndSaysWhatTheServerSaid() throws UnreachableException {
        Server server = new Server("no known dqlite leader", 99);
        Observation seen = new Collector(cluster(), server, CallTrace.NONE).ask(List.of(MEMBERS));
        assertEquals("no known dqlite leader", seen.of(MEMBERS).error());
        assertEquals(4, server.asked.size(), server.asked::toString);
    }

    @Test
    void anotherErrorIsOne() throws UnreachableException {
        Server server = new Server("not authorized", 1);
        assertEquals(500, new Collector(cluster(), server, CallTrace.NONE).ask(List.of(MEMBERS)).of(MEMBERS).status());
        assertEquals(1, server.asked.size(), server.asked::toString);
    }

    @Test
    void theNextMemberTellsWhatConcernsAllWhereTheFirstIsAway() throws UnreachableException {
        Server server = new Server("", 0, "micro1");
        Observation seen = new Collector(cluster(), server, CallTrace.NONE).ask(List.of(MEMBERS, SERVER));
        assertTrue(seen.of(MEMBERS).ok(), seen::toString);
        assertEquals(Answer.UNREACHED, seen.of(SERVER).status());
        assertEquals(
                "member micro1 refuses connections at 10.77.0.1 port 22: the machine answers,"
                        + " but nothing listens at that port: Connection refused",
                seen.unreached().get("micro1"));
        assertEquals(List.of(MEMBERS, SERVER), List.copyOf(seen.answers().keySet()));
    }

    @Test
    void itEndsWhereNobodyIsThere() throws UnreachableException {
        Observation seen = new Collector(cluster(), new Server("", 0, "micro1", "micro2"), CallTrace.NONE)
                .ask(List.of(MEMBERS));
        assertEquals(Answer.UNREACHED, seen.of(MEMBERS).status());
    }

    private static RemoteException refusal(String member) {
        Credentials nobody = new Credentials("root", List.of(), false, false, Optional.empty());
        return new RemoteException(RemoteException.Kind.CLOSED_PORT, new Endpoint(member, "10.77.0.1", 22, nobody,
                new HostIdentity("10.77.0.1", List.of(), Optional.empty()), Optional.empty(), Optional.empty(), false,
                Timeouts.DEFAULT), "Connection refused", null);
    }

    private static ClusterConnection cluster() {
        return new ClusterConnection("c", null, List.of(member("micro1"), member("micro2")));
    }

    private static Member member(String name) {
        return new Member(name, new Span(new Source("c", "c"), 0, 1), "10.77.0.1", Optional.empty(), null);
    }
}
