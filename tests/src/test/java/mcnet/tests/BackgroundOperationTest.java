package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcnet.ssh.Connections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;
import mcnet.ssh.SshConnections;
import mcnet.ssh.transport.TrafficCounter;
import mcnet.tests.simulator.Answers;
import mcnet.tests.simulator.CommandAnswer;
import mcnet.tests.simulator.HttpAnswer;
import mcnet.tests.simulator.HttpRequest;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Changes that the server makes in the background, as LXD 6.8 and later do: it answers 202 with an operation, and 200 to
 * the question how that ended, whatever the end was. An operation is forgotten a few seconds after its end.
 */
class BackgroundOperationTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsEndIsTheAnswer(boolean curl) throws IOException {
        Session.Reply done = delete(HttpAnswer.sync(operation(200, "")), curl);
        assertTrue(done.ok(), done::toString);
        Session.Reply failed = delete(HttpAnswer.sync(operation(400, "The network is currently in use")), curl);
        assertEquals(400, failed.status());
        assertEquals("The network is currently in use", failed.error());
    }

    /** LXD has begun its answer with 200 before it knows the end. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anErrorBehindA200IsItsEnd(boolean curl) throws IOException {
        Session.Reply failed = delete(HttpAnswer.json(200, "{\"type\":\"error\",\"status\":\"\",\"status_code\":0,"
                + "\"error_code\":500,\"error\":\"The network is currently in use\",\"metadata\":null}"), curl);
        assertEquals(500, failed.status());
        assertEquals("The network is currently in use", failed.error());
    }

    /** Neither done nor refused: nobody knows. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneThatIsForgottenIsNoEnd(boolean curl) {
        RemoteException lost = assertThrows(RemoteException.class,
                () -> delete(HttpAnswer.error(404, "\"Operation not found\""), curl));
        assertEquals(RemoteException.Kind.END_UNKNOWN, lost.kind());
        assertTrue(lost.getMessage().contains("Operation not found"), lost::getMessage);
    }

    private Session.Reply delete(HttpAnswer end, boolean curl) throws IOException {
        Answers answers = new Answers() {
            @Override
            public HttpAnswer lxd(HttpRequest request) {
                return request.method().equals("GET")
                        ? end
                        : HttpAnswer.json(202, "{\"type\":\"async\",\"status_code\":100,\"operation\":"
                                + "\"/1.0/operations/1\",\"metadata\":" + operation(103, "")
                                + "}");
            }

            @Override
            public CommandAnswer command(List<String> words) {
                return CommandAnswer.of("");
            }
        };
        Path own = Files.createTempDirectory(folder, "member");
        try (SimulatedMember member = SimulatedMember.start("micro1", own, answers);
                Connections connections = SshConnections.writing(List.of(Endpoints.of(member, curl)),
                        new TrafficCounter())) {
            return connections.member("micro1").request("DELETE", "/1.0/networks/web", null, null);
        }
    }

    private static String operation(int status, String error) {
        return "{\"id\":\"1\",\"operation\":\"/1.0/operations/1\",\"status_code\":" + status + ",\"err\":\"" + error
                + "\"}";
    }
}
