package mcnet.apply.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lease as it stands in the cluster. An ACL of that name without an id is none, whoever made it.
 *
 * @param number counts up; the highest one counts
 * @param id of the one who made it, to know one's own
 * @param held false where it was given back
 * @param renewed how often it was renewed
 * @param lasts how long it holds without being renewed
 */
record LockRecord(long number, String id, LockHolder holder, boolean held, long renewed, Duration lasts) {
    static final String PREFIX = "mcnet-lease-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,15})");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final String KEY = "user.mcnet.lease.";
    /** The highest number that a name is read with; nobody counts so far. */
    static final long LAST = 999_999_999_999_999L;

    /** The lease that a network ACL stands for, if it is one. */
    static Optional<LockRecord> of(JsonNode acl) {
        Matcher name = NAME.matcher(acl.path("name").asText());
        if (!name.matches()) return Optional.empty();
        JsonNode config = acl.path("config");
        if (!ID.matcher(text(config, "id")).matches()) return Optional.empty();
        return Optional.of(new LockRecord(Long.parseLong(name.group(1)), text(config, "id"),
                new LockHolder(text(config, "user"), text(config, "host"), text(config, "purpose"),
                        text(config, "process")),
                text(config, "held").equals("true"), number(config, "renewed"),
                Duration.ofSeconds(number(config, "seconds"))));
    }

    /** The number of the lease that an URL leads to; 0: to none. */
    static long number(String url) {
        Matcher name = NAME.matcher(url.substring(url.lastIndexOf('/') + 1));
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    static String path(long number) {
        return "/1.0/network-acls/" + PREFIX + number;
    }

    /** The object to create. */
    ObjectNode named() {
        ObjectNode acl = body();
        return acl.put("name", PREFIX + number);
    }

    /** The object's whole content. */
    ObjectNode body() {
        ObjectNode acl = JsonNodeFactory.instance.objectNode();
        acl.put("description", held ? "held by " + holder.text() : "free; last held by " + holder.text());
        acl.putArray("egress");
        acl.putArray("ingress");
        acl.putObject("config")
                .put(KEY + "id", id)
                .put(KEY + "user", holder.user())
                .put(KEY + "host", holder.host())
                .put(KEY + "purpose", holder.purpose())
                .put(KEY + "process", holder.process())
                .put(KEY + "held", Boolean.toString(held))
                .put(KEY + "renewed", Long.toString(renewed))
                .put(KEY + "seconds", Long.toString(lasts.toSeconds()));
        return acl;
    }

    LockRecord renew() {
        return new LockRecord(number, id, holder, held, renewed + 1, lasts);
    }

    LockRecord free() {
        return new LockRecord(number, id, holder, false, renewed + 1, lasts);
    }

    /** Whether both are the same lease in the same state: nothing was heard of its holder between. */
    boolean stoodStill(LockRecord later) {
        return equals(later);
    }

    private static String text(JsonNode config, String key) {
        return config.path(KEY + key).asText();
    }

    /** A hand may have written anything; what is no number counts as none. */
    private static long number(JsonNode config, String key) {
        String text = text(config, key);
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
