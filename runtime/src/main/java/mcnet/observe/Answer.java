package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param status as HTTP counts: 200 answered, 404 there is no such thing; a command's failure is 500
 * @param value the answer; missing where there is none
 * @param error the server's or the command's own words where it failed
 */
public record Answer(int status, JsonNode value, String error) {

    public static Answer of(JsonNode value) {
        return new Answer(200, value, "");
    }

    public static Answer failed(int status, String error) {
        return new Answer(status, MissingNode.getInstance(), error);
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public boolean absent() {
        return status == 404;
    }
}
