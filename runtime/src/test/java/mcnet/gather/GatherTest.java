package mcnet.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.model.Cluster;
import mcnet.model.Member;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Question;
import mcnet.observe.Trace;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;
import org.junit.jupiter.api.Test;

class GatherTest {
    private static final Asked MEMBERS = Asked.cluster("/1.0/cluster/members");
    private static final Asked SERVER = Asked.member("micro1", "/1.0");

    /** A database that has no leader for the first answers to one question. */
    private static final class Server implements Asking {
        private final List<Question> asked = new ArrayList<>();
        private final String error;
        private int leaderless;

        private Server(String error, int leaderless) {
            this.error = error;
            this.leaderless = leaderless;
        }

        @Override
        public Map<String, Map<Question, Answer>> ask(Map<String, ? extends Collection<Question>> questions) {
            return questions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                    e -> e.getValue().stream().collect(Collectors.toMap(q -> q, this::answer))));
        }

        private Answer answer(Question question) {
            asked.add(question);
            boolean down = question.equals(MEMBERS.question()) && leaderless-- > 0;
            return down ? Answer.failed(500, error) : Answer.of(BooleanNode.TRUE);
        }

        @Override
        public void close() {}
    }

    @Test
    void whatNobodyLedIsAskedAgainAndNothingElse() throws FleetException {
        Server server = new Server("Failed to begin transaction: context deadline exceeded", 2);
        Observed seen = new Gather(cluster(), server, Trace.NONE).ask(List.of(MEMBERS, SERVER));
        assertTrue(seen.of(MEMBERS).ok() && seen.of(SERVER).ok(), seen::toString);
        assertEquals(4, server.asked.size(), server.asked::toString);
    }

    @Test
    void itEndsAndSaysWhatTheServerSaid() throws FleetException {
        Server server = new Server("no known dqlite leader", 99);
        Observed seen = new Gather(cluster(), server, Trace.NONE).ask(List.of(MEMBERS));
        assertEquals("no known dqlite leader", seen.of(MEMBERS).error());
        assertEquals(4, server.asked.size(), server.asked::toString);
    }

    @Test
    void anotherErrorIsOne() throws FleetException {
        Server server = new Server("not authorized", 1);
        assertEquals(500, new Gather(cluster(), server, Trace.NONE).ask(List.of(MEMBERS)).of(MEMBERS).status());
        assertEquals(1, server.asked.size(), server.asked::toString);
    }

    private static Cluster cluster() {
        return new Cluster("c", null, List.of(new Member("micro1", null, "10.77.0.1", Optional.empty(), null)));
    }
}
