package mcnet.apply;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Answer;
import mcnet.observe.CallTrace;
import mcnet.observe.Question;
import mcnet.observe.SecretStore;
import mcnet.plan.Action;
import mcnet.plan.Call;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.StepConstraints;
import mcnet.ssh.Session;
import org.junit.jupiter.api.Test;

/** What a member answers to a call that the plan holds, and what becomes of the step. */
class RefusedCallsTest {
    private static final Step STEP = new Step("change network web", new ResourceId("network", "web"), Action.CHANGE,
            "micro1", List.of(), List.of(), Set.of(), StepConstraints.NONE, "", "");
    private final Member member = new Member();

    @Test
    void lxdRefuses() {
        member.answers(400, "Invalid option for network \"web\" option \"x\"");
        Diagnostic failure = lxd("PATCH", "/1.0/networks/web", null);
        assertEquals("MC0901", failure.code());
        assertEquals("Invalid option for network \"web\" option \"x\"", failure.why());
    }

    @Test
    void somebodyChangedWhatThePlanReliedOn() {
        member.replies.add(reply(config("ipv4.nat", "false")));
        Diagnostic failure = lxd("PATCH", "/1.0/networks/web", config("ipv4.nat", "true"));
        assertEquals("MC0903", failure.code());
        assertEquals("the plan relied on \"true\", now it is \"false\"", failure.why());
        assertEquals(List.of("GET /1.0/networks/web"), member.calls);
    }

    @Test
    void whatIsGoneNeedsNoRemoval() {
        member.answers(404, "Network not found");
        make("DELETE", "/1.0/networks/web", null);
        assertEquals(List.of("DELETE /1.0/networks/web"), member.calls);
    }

    @Test
    void anAclThatIsListedIsRemovedThoughTheServerDoesNotFindItForAMoment() {
        member.answers(404, "Network ACL not found");
        member.replies.add(reply(JsonNodeFactory.instance.arrayNode().add("/1.0/network-acls/web?project=acme")));
        member.replies.add(reply(MissingNode.getInstance()));
        make("DELETE", "/1.0/network-acls/web?project=acme", null);
        assertEquals(List.of("DELETE /1.0/network-acls/web?project=acme", "GET /1.0/network-acls?project=acme",
                "DELETE /1.0/network-acls/web?project=acme"), member.calls);
    }

    @Test
    void anAclThatIsListedAndNeverFoundIsNotRemoved() {
        for (int i = 0; i < 10; i++) {
            member.answers(404, "Network ACL not found");
            member.replies.add(reply(JsonNodeFactory.instance.arrayNode().add("/1.0/network-acls/web")));
        }
        assertEquals("MC0901", lxd("DELETE", "/1.0/network-acls/web", null).code());
    }

    @Test
    void openVswitchRefuses() {
        member.ran = new Session.Ran(1, "", "ovs-vsctl: no bridge named br0\n");
        Diagnostic failure = assertThrows(StepFailed.class,
                () -> new OvsCalls(STEP, member, CallTrace.NONE).make(new Call.RemoveBridge("br0", ""))).reason();
        assertEquals("MC0902", failure.code());
        assertEquals("ovs-vsctl: no bridge named br0", failure.why());
    }

    @Test
    void somebodyChangedAnEntryOfOpenVswitch() {
        member.ran = new Session.Ran(0, "\"10.88.0.9\"\n", "");
        Call.ExternalIds call = new Call.ExternalIds(new TreeMap<>(Map.of("ovn-encap-ip", "10.88.0.1")), List.of(),
                Map.of("ovn-encap-ip", "10.77.0.1"));
        Diagnostic failure = assertThrows(StepFailed.class, () -> new OvsCalls(STEP, member, CallTrace.NONE).make(call))
                .reason();
        assertEquals("MC0903", failure.code());
        assertEquals("the plan relied on \"10.77.0.1\", now it is \"10.88.0.9\"", failure.why());
    }

    private Diagnostic lxd(String method, String path, ObjectNode expected) {
        return assertThrows(StepFailed.class, () -> calls().make(new Call.Lxd(method, path, body(), expected)))
                .reason();
    }

    private void make(String method, String path, ObjectNode expected) {
        assertDoesNotThrow(() -> calls().make(new Call.Lxd(method, path, null, expected)));
    }

    private LxdCalls calls() {
        return new LxdCalls(STEP, member, SecretStore.EMPTY, CallTrace.NONE);
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("description", "");
    }

    private static ObjectNode config(String key, String value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("config").put(key, value);
        return object;
    }

    private static Session.Reply reply(JsonNode metadata) {
        return new Session.Reply(200, 200, metadata, "", "etag");
    }

    /** Answers in the order in which a test says it, and notes what it was asked. */
    private static final class Member implements Session {
        private final Queue<Reply> replies = new ArrayDeque<>();
        private final List<String> calls = new ArrayList<>();
        private Ran ran;

        void answers(int status, String error) {
            replies.add(new Reply(status, status, MissingNode.getInstance(), error, ""));
        }

        @Override
        public Reply request(String method, String path, JsonNode body, String ifMatch) {
            calls.add(method + " " + path);
            return replies.remove();
        }

        @Override
        public Ran run(List<String> command) {
            return ran;
        }

        @Override
        public Map<Question, Answer> ask(Collection<Question> questions) {
            return new LinkedHashMap<>();
        }

        @Override
        public void close() {}
    }
}
