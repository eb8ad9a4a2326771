package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.observe.Question;
import mcnet.ssh.Connections;
import mcnet.ssh.Endpoint;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;
import mcnet.ssh.SshConnections;
import mcnet.ssh.Timeouts;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import mcnet.ssh.transport.TrafficCounter;
import org.junit.jupiter.api.Test;

/** Answers that do not come. */
abstract class SshAnswers extends SshStory {
    @Test
    void whoDoesNotAnswerIsNamed() {
        config(rootWithKey());
        hosts("", "10.77.0.99", "nowhere.invalid", "10.77.0.3");
        Mcnet.Result plan = lab.mcnet("plan", "--connect-timeout", "2");
        fails(plan, "MC0802", lab.here("member micro1 does not answer at 10.77.0.99 port 22"));
        fails(plan, "MC0801", "member micro2: cannot resolve host name nowhere.invalid");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotAwaitedForEver() throws Exception {
        config(rootWithKey());
        try (Connections connections = SshConnections.writing(List.of(micro2(Duration.ofSeconds(1))),
                new TrafficCounter())) {
            Session member = connections.member("micro2");
            assertTrue(member.request("GET", "/1.0", null, null).ok());
            lab.on("micro2", "pkill", "-STOP", "-x", "lxd");
            RemoteException unsure = assertThrows(RemoteException.class, () -> member.request("PATCH", "/1.0",
                    JsonNodeFactory.instance.objectNode().set("config", JsonNodeFactory.instance.objectNode()), null));
            assertEquals(RemoteException.Kind.UNSURE, unsure.kind());
            Mcnet.Result plan = lab.mcnet("plan", "--timeout", "1");
            assertTrue(plan.err().contains("warning[MC0781]: member micro2 cannot be reached"), plan::toString);
            assertTrue(plan.err().contains("member micro2 did not answer in time: no answer within 1 s"),
                    plan::toString);
        } finally {
            lab.on("micro2", "pkill", "-CONT", "-x", "lxd");
            lab.on("micro1", "sh", "-c",
                    "until lxc cluster list -f csv | grep '^micro2,' | grep -q ONLINE; do :; done");
        }
    }

    @Test
    void aQuestionIsAskedAgainWhereTheConnectionBroke() throws Exception {
        TrafficCounter tally = new TrafficCounter();
        Map<String, Set<Question>> question = Map.of("micro2", Set.of(new Question.Lxd("/1.0")));
        try (ReadOnlyConnections connections = SshConnections.reading(List.of(micro2(Duration.ofSeconds(60))), tally)) {
            connections.ask(question);
            lab.on("micro2", "pkill", "-f", "sshd[a-z-]*: root");
            assertTrue(connections.ask(question).answers().get("micro2").values().iterator().next().ok());
            assertEquals(2, tally.connections());
        }
    }

    private static Endpoint micro2(Duration patience) {
        String host = lab.here("10.77.0.2");
        Credentials login = new Credentials("root", List.of(lab.lab().identity()), true, true, Optional.empty());
        return new Endpoint("micro2", host, 22, login,
                new HostIdentity(host, List.of(lab.lab().knownHosts()), Optional.empty()), Optional.empty(),
                Optional.empty(),
                false, Timeouts.DEFAULT.answer(patience));
    }
}
