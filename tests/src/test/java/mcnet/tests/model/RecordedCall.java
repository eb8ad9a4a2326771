package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import mcnet.ssh.Session.Reply;

/**
 * A request and what the model answered.
 *
 * @param body null for none
 * @param ifMatch the model's ETag that went along, or null
 */
record RecordedCall(String method, String path, JsonNode body, String ifMatch, Reply reply) {

    @Override
    public String toString() {
        return method + " " + path + (body == null ? "" : " " + body);
    }
}
