package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mcnet.observe.Json;
import mcnet.ssh.Connections;
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

/** What is sent arrives as it is, however much it is, by the socket and by curl. */
class LargeRequestTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAclOfManyRulesArrivesWhole(boolean curl) throws IOException {
        ObjectNode acl = acl(5000);
        AtomicReference<HttpRequest> got = new AtomicReference<>();
        Answers answers = new Answers() {
            @Override
            public HttpAnswer lxd(HttpRequest request) {
                got.set(request);
                return HttpAnswer.sync("{\"length\":" + request.body().length + "}");
            }

            @Override
            public CommandAnswer command(List<String> words) {
                return CommandAnswer.of("");
            }
        };
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, answers);
                Connections connections = SshConnections.writing(List.of(Endpoints.of(member, curl)),
                        new TrafficCounter())) {
            Session.Reply reply = connections.member("micro1").request("PUT", "/1.0/network-acls/big?project=a%20b",
                    acl,
                    "\"e'tag\"");
            assertTrue(reply.ok(), reply::toString);
            assertTrue(got.get().body().length > 1_000_000);
            assertEquals("PUT /1.0/network-acls/big?project=a%20b", got.get().toString());
            assertEquals("\"e'tag\"", got.get().headers().get("if-match"));
            JsonNode arrived = Json.read(got.get().body());
            assertEquals(acl, arrived);
            assertTrue(connections.member("micro1").request("DELETE", "/1.0/network-acls/big", null, null).ok());
            assertEquals("DELETE /1.0/network-acls/big", got.get().toString());
            assertFalse(got.get().headers().containsKey("if-match"));
        }
    }

    private static ObjectNode acl(int rules) {
        ArrayNode ingress = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < rules; i++)
            ingress.addObject().put("action", "allow").put("source", "10." + i / 250 + "." + i % 250 + ".0/24")
                    .put("description", "Zürich $HOME `id` 'x' \"y\" \\ \u0001\n\u2028 😀 \u0081\u0088 MCNET_END " + i)
                    .put("state", "enabled").put("protocol", "tcp").put("destination_port", "80,443,8000-8100");
        return JsonNodeFactory.instance.objectNode().put("name", "big").set("ingress", ingress);
    }
}
