package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Blanks what a server keeps secret before anything is written down or shown.
 *
 * @param salt makes blanks that can be compared with one another, and with nothing else; empty: all blanks are equal
 */
public record Secrets(String salt) {
    /** For eyes only. */
    public static final Secrets BLANK = new Secrets("");

    /** BGP passwords, TSIG keys, private keys, trust passwords; not {@code user.mcnet.keys}. */
    private static final Pattern SECRET = Pattern.compile("(.*[._])?(password|secret|token|key)");
    private static final Pattern BLANKED = Pattern.compile("\\(secret( [0-9a-f]{16})?\\)");
    private static final int SHOWN = 8;

    /** With a salt of its own. */
    public static Secrets salted() {
        return new Secrets(UUID.randomUUID().toString());
    }

    /** A copy without them. */
    public JsonNode blank(JsonNode value) {
        JsonNode copy = value.deepCopy();
        blankIn(copy);
        return copy;
    }

    /** The value of a key, blanked where the key is one of a secret. */
    public String blank(String key, String value) {
        if (value.isEmpty() || !SECRET.matcher(key).matches() || BLANKED.matcher(value).matches()) return value;
        return salt.isEmpty() ? "(secret)" : "(secret " + digest(value) + ")";
    }

    private void blankIn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getValue().isTextual())
                    object.put(entry.getKey(), blank(entry.getKey(), entry.getValue().asText()));
                else
                    blankIn(entry.getValue());
            }
        } else {
            node.forEach(this::blankIn);
        }
    }

    private String digest(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((salt + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
