package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcnet.schema.SecretKey;

/**
 * What the secrets are that a program names. Between two edges there are only names: what the server answers is named
 * as soon as it is read, what is sent is told at the last moment. So nothing that plans, shows or keeps can give one
 * away.
 *
 * @param values by name, {@code secret("env:NAME")}
 */
public record SecretStore(SequencedMap<String, String> values) {
    public static final SecretStore EMPTY = new SecretStore(new LinkedHashMap<>());

    /** A shorter one would be found in every word. */
    private static final int SHOWS = 4;
    private static final String OR = " or ";
    private static final String NAME = "secret\\(\"(env|file):[^\"]*\"\\)";
    private static final Pattern NAMES = Pattern.compile(NAME + "(" + OR + NAME + ")*");

    /** Whether a value is the name of a secret, or of several that are the same. */
    public static boolean isName(String value) {
        return NAMES.matcher(value).matches();
    }

    /** Whether what the server holds, once named, may be the secret of this name; one that is blanked may be any. */
    public static boolean same(String held, String name) {
        return held.equals(SecretRedactor.BLANKED_WHOLLY) || (OR + held + OR).contains(OR + name + OR);
    }

    /** The same answers with the program's secrets named; others stay as they are. */
    public Observation named(Observation seen) {
        return values.isEmpty() ? seen : seen.each((_, value) -> named(value));
    }

    public JsonNode named(JsonNode value) {
        return values.isEmpty() ? value : SecretRedactor.each(value, this::named);
    }

    /** What is sent: each name that stands for a secret as the secret itself. */
    public JsonNode told(JsonNode body) {
        return values.isEmpty() ? body : SecretRedactor.each(body, this::told);
    }

    /** A server's words, which may repeat what it was sent. */
    public String named(String words) {
        String named = words;
        for (Map.Entry<String, String> each : values.entrySet())
            if (each.getValue().length() >= SHOWS) named = named.replace(each.getValue(), each.getKey());
        return named;
    }

    private String named(String key, String value) {
        if (!SecretKey.is(key) || !values.containsValue(value)) return value;
        return values.entrySet().stream().filter(e -> e.getValue().equals(value)).map(e -> e.getKey())
                .collect(Collectors.joining(OR));
    }

    private String told(String key, String value) {
        if (!SecretKey.is(key) || !isName(value)) return value;
        return values.entrySet().stream().filter(e -> same(value, e.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new IllegalStateException(value + " was never read"));
    }
}
