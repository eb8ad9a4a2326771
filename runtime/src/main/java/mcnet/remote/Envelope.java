package mcnet.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What LXD wraps its answers in ({@code doc/rest-api.md}). */
final class Envelope {
    private Envelope() {}

    static Writing.Reply open(int status, JsonNode answer, String etag) {
        return switch (answer.path("type").asText()) {
            case "sync" -> new Writing.Reply(status, status, answer.path("metadata"), "", etag);
            case "async" -> new Writing.Reply(202, status, answer, "", etag);
            default -> new Writing.Reply(answer.path("error_code").asInt(status), status, MissingNode.getInstance(),
                    answer.path("error").asText("LXD answered with status " + status), etag);
        };
    }
}
