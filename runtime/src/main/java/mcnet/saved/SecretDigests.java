package mcnet.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import mcnet.observe.SecretRedactor;
import mcnet.observe.SecretStore;

/**
 * What a saved plan keeps of secrets, so that one that has changed since is noticed: HMACs by a key that is not in the
 * file, and nothing by which a secret could be guessed.
 *
 * @param salt of this plan
 * @param key the HMAC of a known text, by which a key is recognised
 * @param values by the name of each secret that the plan sends
 */
public record SecretDigests(String salt, String key, SequencedMap<String, String> values) {
    private static final String KNOWN = "the key of this plan";

    /** Of those secrets that a plan's text names: others are the same on the server, which the names themselves tell. */
    public static SecretDigests of(SecretRedactor secrets, SecretStore secretStore, String plan) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        secretStore.values().forEach((name, value) -> {
            if (plan.contains(JsonNodeFactory.instance.textNode(name).toString()))
                values.put(name, secrets.digest(value));
        });
        return new SecretDigests(secrets.salt(), secrets.digest(KNOWN), values);
    }

    /** Whether there is something to compare that takes the key. */
    public boolean needsKey() {
        return !key.isEmpty();
    }

    /** The same for a plan in which nothing is to be compared. */
    SecretDigests withoutKey() {
        return new SecretDigests(salt, "", values);
    }

    /** Whether the digests were made with this key. */
    public boolean isFor(String other) {
        return new SecretRedactor(salt, other).digest(KNOWN).equals(key);
    }

    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("salt", salt).put("key", key);
        ObjectNode digests = root.putObject("digests");
        values.forEach(digests::put);
        return root;
    }

    static SecretDigests of(JsonNode root) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        root.path("digests").properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
        return new SecretDigests(root.path("salt").asText(), root.path("key").asText(), values);
    }
}
