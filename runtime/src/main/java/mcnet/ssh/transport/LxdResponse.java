package mcnet.ssh.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import mcnet.ssh.Session;

/** What LXD wraps its answers in ({@code doc/rest-api.md}). */
final class LxdResponse {
    private LxdResponse() {}

    static Session.Reply open(int status, JsonNode answer, String etag) {
        return switch (answer.path("type").asText()) {
            case "sync" -> new Session.Reply(status, status, answer.path("metadata"), "", etag);
            case "async" -> new Session.Reply(202, status, answer, "", etag);
            default -> new Session.Reply(answer.path("error_code").asInt(status), status, MissingNode.getInstance(),
                    answer.path("error").asText("LXD answered with status " + status), etag);
        };
    }
}
