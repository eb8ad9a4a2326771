package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.List;

/**
 * What came back.
 *
 * @param status as HTTP counts: 200 answered, 404 there is no such thing; a command's failure is 500; 0 nobody asked;
 *        {@link #UNREACHED} the member could not be asked
 * @param value the answer; missing where there is none
 * @param error the server's or the command's own words where it failed
 */
public record Answer(int status, JsonNode value, String error) {
    /** The status of what only a member knows that could not be reached. */
    public static final int UNREACHED = -1;

    /** What the entries of a list are known by, in each of LXD's collections. */
    private static final List<String> NAMES = List.of("name", "listen_address", "server_name");

    public Answer {
        value = inOrder(value);
    }

    /**
     * A list by its entries' names: newer servers give it in another order each time ({@code lxd/network_zones.go},
     * {@code lxd/network_forwards.go}, which walk through a Go map), and the same cluster shall read the same.
     */
    private static JsonNode inOrder(JsonNode value) {
        if (!(value instanceof ArrayNode list) || list.size() < 2) return value;
        List<JsonNode> entries = list.valueStream().toList();
        if (!entries.stream().allMatch(e -> e.isObject() && !name(e).isEmpty())) return value;
        List<JsonNode> sorted = entries.stream().sorted(Comparator.comparing(Answer::name)).toList();
        return sorted.equals(entries) ? value : JsonNodeFactory.instance.arrayNode().addAll(sorted);
    }

    private static String name(JsonNode entry) {
        return NAMES.stream().map(n -> entry.path(n).asText()).filter(n -> !n.isEmpty()).findFirst().orElse("");
    }

    public static Answer of(JsonNode value) {
        return new Answer(200, value, "");
    }

    public static Answer failed(int status, String error) {
        return new Answer(status, MissingNode.getInstance(), error);
    }

    /** @param why the member could not be reached */
    public static Answer unreached(String why) {
        return failed(UNREACHED, why);
    }

    /** Whether the member that knows could be asked. */
    public boolean isReached() {
        return status != UNREACHED;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public boolean absent() {
        return status == 404;
    }
}
