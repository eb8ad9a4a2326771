package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mcnet.schema.SecretKey;

/**
 * Blanks what a server keeps secret before anything is written down or shown.
 *
 * @param salt makes blanks that can be compared with one another, and with nothing else; empty: all blanks are equal
 * @param key without it a blank helps nobody to guess the secret, however weak that is: HMAC-SHA-256 (RFC 2104)
 */
public record SecretRedactor(String salt, String key) {
    /** For eyes only. */
    public static final SecretRedactor BLANK = new SecretRedactor("", "");

    /** What a secret becomes without a salt. */
    static final String BLANKED_WHOLLY = "(secret)";
    private static final Pattern BLANKED = Pattern.compile("\\(secret( [0-9a-f]{16})?\\)");
    private static final Pattern COMPARABLE = Pattern.compile("\\(secret [0-9a-f]{16}\\)");
    private static final int SHOWN = 8;
    private static final String ALGORITHM = "HmacSHA256";

    /** For one run: with a salt and a key that nobody keeps. */
    public static SecretRedactor ofThisRun() {
        return salted(UUID.randomUUID().toString());
    }

    /** With a salt of its own. */
    public static SecretRedactor salted(String key) {
        return new SecretRedactor(UUID.randomUUID().toString(), key);
    }

    /** Whether a text holds a blank that can be compared. */
    public static boolean inside(String text) {
        return COMPARABLE.matcher(text).find();
    }

    /** A copy without them. */
    public JsonNode blank(JsonNode value) {
        return each(value, this::blank);
    }

    /** A copy with every text in it made another. */
    static JsonNode each(JsonNode value, BinaryOperator<String> other) {
        JsonNode copy = value.deepCopy();
        eachIn(copy, other);
        return copy;
    }

    /** The value of a key, blanked where the key is one of a secret that is not only named. */
    public String blank(String key, String value) {
        if (value.isEmpty() || !SecretKey.is(key) || SecretStore.isName(value)) return value;
        if (BLANKED.matcher(value).matches()) return salt.isEmpty() ? BLANKED_WHOLLY : value;
        return salt.isEmpty() ? BLANKED_WHOLLY : "(secret " + digest(value) + ")";
    }

    private static void eachIn(JsonNode node, BinaryOperator<String> other) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getValue().isTextual())
                    object.put(entry.getKey(), other.apply(entry.getKey(), entry.getValue().asText()));
                else
                    eachIn(entry.getValue(), other);
            }
        } else {
            node.forEach(inner -> eachIn(inner, other));
        }
    }

    /** Tells whether two secrets are the same, to those who have the key, and nothing else. */
    public String digest(String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal((salt + "\n" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
