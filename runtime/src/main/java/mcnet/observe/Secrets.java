package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/** Blanks what a server keeps secret before anything is written down. */
public final class Secrets {
    /** BGP passwords, TSIG keys, private keys, trust passwords; not {@code user.mcnet.keys}. */
    private static final Pattern SECRET = Pattern.compile("(.*[._])?(password|secret|token|key)");
    private static final String BLANK = "(secret)";

    private Secrets() {}

    /** A copy without them. */
    public static JsonNode blank(JsonNode value) {
        JsonNode copy = value.deepCopy();
        blankIn(copy);
        return copy;
    }

    private static void blankIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getValue().isTextual() && SECRET.matcher(entry.getKey()).matches())
                    object.put(entry.getKey(), BLANK);
                else
                    blankIn(entry.getValue());
            }
        } else {
            node.forEach(Secrets::blankIn);
        }
    }
}
