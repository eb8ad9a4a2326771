package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What of the server's objects may stand in a file: the values that planning and import need. Of all others the keys
 * stand there, with {@link #LEFT_OUT} for the value. What others keep in an object is not guessed from its name: a
 * profile's {@code environment.*}, {@code cloud-init.*} and {@code user.*} are whatever its owner wants.
 *
 * @param secrets what becomes of a secret that planning compares
 * @param program whose objects may show what their marks say that it declared; empty: any program's
 * @param declared the keys that the program declares now, by the object's name
 */
public record ObjectRedaction(SecretRedactor secrets, String program, Map<String, Set<String>> declared) {
    /** Stands for a value that is not needed. */
    public static final String LEFT_OUT = "(left out)";
    /** For the bodies that are sent, whose marks say what was declared. */
    public static final ObjectRedaction OF_BODIES = new ObjectRedaction(SecretRedactor.BLANK, "", Map.of());

    private static final String MARK = "user.mcnet.";
    private static final Set<String> WITH_DEVICES = Set.of("profiles", "instances");
    private static final Pattern ADDRESSES_OF_NICS = Pattern
            .compile("volatile\\.(uuid(\\.generation)?|[^.]+\\.(hwaddr|host_name|name|last_state\\.[a-z0-9_.]+))");
    private static final Pattern SERVER = Pattern.compile("core\\.(bgp_\\w+|dns_address|https_address)"
            + "|cluster\\.(https_address|offline_threshold)|network\\.ovn\\.northbound_connection|user\\.microcloud");
    private static final Set<String> ENVIRONMENT = Set.of("server", "server_name", "server_version", "server_clustered",
            "certificate_fingerprint", "kernel", "kernel_architecture", "kernel_version", "os_name", "os_version",
            "driver",
            "driver_version", "server_lts", "server_event_mode");
    private static final Pattern EXTERNAL_IDS = Pattern.compile("ovn-.*|mcnet-.*|system-id|hostname|rundir");

    /** An answer without what is not needed. */
    public JsonNode of(Query asked, JsonNode answer) {
        return switch (asked.question()) {
            case Question.Lxd(String path) -> of(path, answer);
            case Question.Ovs(String table, var columns) when columns.contains("external_ids") -> externalIds(answer);
            default -> secrets.blank(answer);
        };
    }

    /** An object of the server, or a list of them, or a body that becomes one. */
    public JsonNode of(String path, JsonNode value) {
        String collection = path.replaceFirst("\\?.*", "").replaceFirst("^/1\\.0/?", "").replaceFirst("/.*", "");
        if (!value.isArray()) return object(collection, value);
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        value.forEach(each -> all.add(object(collection, each)));
        return all;
    }

    private JsonNode object(String collection, JsonNode node) {
        JsonNode copy = (isCompared(node) ? secrets : SecretRedactor.BLANK).blank(node);
        if (copy instanceof ObjectNode object) leaveOut(collection, object);
        return copy;
    }

    /** Of what others own nobody asks whether a secret has changed. */
    private boolean isCompared(JsonNode object) {
        return declared.containsKey(object.path("name").asText()) || isOwn(object);
    }

    private boolean isOwn(JsonNode object) {
        String owner = object.path("config").path(MARK + "program").asText();
        return !owner.isEmpty() && (program.isEmpty() || program.equals(owner));
    }

    private void leaveOut(String collection, ObjectNode object) {
        if (collection.isEmpty()) {
            each(object.path("config"), key -> SERVER.matcher(key).matches());
            each(object.path("environment"), ENVIRONMENT::contains);
            return;
        }
        Set<String> said = said(object);
        boolean foreign = WITH_DEVICES.contains(collection);
        Predicate<String> needed = key -> key.startsWith(MARK) || said.contains(key)
                || (foreign ? ADDRESSES_OF_NICS.matcher(key).matches() : !key.startsWith("user."));
        each(object.path("config"), needed);
        each(object.path("expanded_config"), needed);
        for (String devices : new String[]{"devices", "expanded_devices"})
            object.path(devices).properties().forEach(d -> device(d.getKey(), d.getValue(), said));
    }

    private static void device(String name, JsonNode device, Set<String> said) {
        boolean nic = device.path("type").asText().equals("nic");
        each(device, key -> key.equals("type") || nic && (!key.startsWith("user.") || said.contains(name + "." + key)));
    }

    /** The keys that the object's own mark, or the program today, says were declared. */
    private Set<String> said(ObjectNode object) {
        Set<String> said = new HashSet<>(declared.getOrDefault(object.path("name").asText(), Set.of()));
        if (isOwn(object))
            Arrays.stream(object.path("config").path(MARK + "keys").asText().split(",")).map(ObjectRedaction::key)
                    .forEach(said::add);
        return said;
    }

    /** The server's key of a path that names one as it is: {@code lxd.limits.cpu}, {@code user.team}. */
    public static String key(String path) {
        return path.startsWith("lxd.") ? path.substring("lxd.".length()) : path;
    }

    private static void each(JsonNode node, Predicate<String> needed) {
        if (!(node instanceof ObjectNode object)) return;
        for (Map.Entry<String, JsonNode> entry : object.properties())
            if (!isEmpty(entry.getValue()) && !needed.test(entry.getKey())) entry.setValue(TextNode.valueOf(LEFT_OUT));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isTextual() && value.asText().isEmpty();
    }

    /** OVSDB's notation of a map: {@code ["map", [[key, value], …]]} (RFC 7047 section 5.1). */
    private static JsonNode externalIds(JsonNode table) {
        JsonNode copy = table.deepCopy();
        for (JsonNode row : copy.path("data"))
            for (JsonNode column : row)
                if (column.path(0).asText().equals("map"))
                    for (JsonNode pair : column.path(1))
                        if (pair instanceof ArrayNode entry
                                && !EXTERNAL_IDS.matcher(pair.path(0).asText()).matches())
                            entry.set(1, TextNode.valueOf(LEFT_OUT));
        return copy;
    }
}
