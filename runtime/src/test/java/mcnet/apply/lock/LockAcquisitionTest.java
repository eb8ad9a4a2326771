package mcnet.apply.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import mcnet.observe.Answer;
import mcnet.observe.CallTrace;
import mcnet.observe.Question;
import mcnet.ssh.Session;
import org.junit.jupiter.api.Test;

/** LXD 5.0 answers for an ACL that is there with 404 while another one is removed: no lease is taken or lost by that. */
class LockAcquisitionTest {
    private static final LockHolder ALIVE = LockHolder.here("apply of program shop");
    private static final Duration LASTS = Duration.ofSeconds(60);

    private final Server server = new Server();
    private final LockStore claims = new LockStore("micro1", () -> server, CallTrace.of(List.of()));

    @Test
    void aHeldLeaseThatIsNotFoundForAMomentIsNotTaken() {
        server.has(free(9), held(10));
        server.missing.put(LockRecord.path(10), 1);
        LockUnavailable refused = assertThrows(LockUnavailable.class, this::take);
        assertTrue(refused.held());
        assertEquals(List.of(9L, 10L), server.numbers());
    }

    @Test
    void ownersWriteNoMoreThoughTheLeaseBehindTheirsIsNotFoundForAMoment() throws Exception {
        LockRecord mine = held(10);
        server.has(mine, held(11));
        server.missing.put(LockRecord.path(11), 1);
        assertFalse(claims.isLast(mine));
    }

    @Test
    void aLeaseThatIsNotFoundForAMomentIsStillHeldAndRenewed() throws Exception {
        LockRecord mine = held(10);
        server.has(mine);
        server.missing.put(LockRecord.path(10), 2);
        assertTrue(claims.renew(mine.renew()));
    }

    @Test
    void whatIsListedAndNeverFoundIsToldAndNotTaken() {
        server.has(free(9), held(10));
        server.missing.put(LockRecord.path(10), Integer.MAX_VALUE);
        LockUnavailable refused = assertThrows(LockUnavailable.class, this::take);
        assertFalse(refused.held());
        assertEquals("MC0931", refused.reason().code());
        assertEquals("Network ACL not found, and lists it all the same", refused.reason().why());
    }

    @Test
    void aLeaseThatIsGoneIsGone() throws Exception {
        server.has(free(9));
        assertFalse(claims.holds(held(10)));
        assertEquals(10, take().number());
        assertEquals(List.of(10L), server.numbers());
    }

    private LockRecord take() throws Exception {
        return new LockAcquisition(claims, ALIVE, LASTS, OptionalLong.empty(), text -> {}, () -> false).take();
    }

    private static LockRecord held(long number) {
        return new LockRecord(number, UUID.randomUUID().toString(), ALIVE, true, 0, LASTS);
    }

    private static LockRecord free(long number) {
        return held(number).free();
    }

    /** LXD's network ACLs, some of which are not found for some time. */
    private static final class Server implements Session {
        private static final String ALL = "/1.0/network-acls";
        private final Map<String, JsonNode> acls = new TreeMap<>();
        /** How many times more each path is answered with 404. */
        private final Map<String, Integer> missing = new HashMap<>();

        void has(LockRecord... claims) {
            for (LockRecord claim : claims) acls.put(LockRecord.path(claim.number()), claim.named());
        }

        List<Long> numbers() {
            return acls.keySet().stream().map(LockRecord::number).sorted().toList();
        }

        @Override
        public Reply request(String method, String path, JsonNode body, String ifMatch) {
            if (path.equals(ALL)) return method.equals("GET") ? names() : create(body);
            if (missing.merge(path, -1, (left, one) -> left > 0 ? left + one : -1) >= 0 || !acls.containsKey(path))
                return new Reply(404, 404, MissingNode.getInstance(), "Network ACL not found", "");
            JsonNode held = acls.get(path);
            if (method.equals("DELETE")) acls.remove(path);
            if (method.equals("PUT")) acls.put(path, body);
            return ok(held);
        }

        private Reply names() {
            ArrayNode names = JsonNodeFactory.instance.arrayNode();
            acls.keySet().forEach(names::add);
            return ok(names);
        }

        private Reply create(JsonNode body) {
            String path = ALL + "/" + body.path("name").asText();
            return acls.putIfAbsent(path, body) == null
                    ? ok(MissingNode.getInstance())
                    : new Reply(400, 400, MissingNode.getInstance(), "The network ACL already exists", "");
        }

        private static Reply ok(JsonNode metadata) {
            return new Reply(200, 200, metadata, "", "");
        }

        @Override
        public Ran run(List<String> command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Question, Answer> ask(Collection<Question> questions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
