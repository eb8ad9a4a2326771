package mcnet.lxd.nic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.plan.Field;
import mcnet.plan.Mark;

/**
 * What NICs were like before a program took them over, noted beside the mark, so that each key can be put back.
 *
 * @param devices by name, as LXD had them; an instance's or a profile's own, or those that an instance had of a profile
 * @param added the NICs that were not the object's own before
 */
public record OriginalNics(ObjectNode devices, Set<String> added) {
    /** The config key of the note: a JSON object of devices. */
    public static final String KEY = "user.mcnet.nics.found";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an object's config tells; nothing where an older mcnet noted nothing. */
    public static OriginalNics of(JsonNode config) {
        return new OriginalNics(read(config.path(KEY).asText()), Nics.added(config));
    }

    private static ObjectNode read(String text) {
        try {
            if (!text.isEmpty() && JSON.readTree(text) instanceof ObjectNode devices) return devices;
        } catch (JsonProcessingException e) {
            // A hand wrote there: then nothing is known.
        }
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * By field that the program set, what it was before. Where nobody noted it, the NIC stays on its network.
     *
     * @param held what the fields are now
     */
    public SequencedMap<Field, String> values(Mark mark, SequencedMap<Field, String> held) {
        SequencedMap<Field, String> before = new LinkedHashMap<>();
        for (String path : mark.keys()) {
            int dot = path.indexOf('.');
            String nic = dot < 0 ? "" : path.substring(0, dot);
            if (nic.isEmpty() || Nics.attribute(path).isEmpty() && !path.startsWith(nic + ".lxd.")) continue;
            before.put(Field.of(path), before(nic, path, held));
        }
        return before;
    }

    private String before(String nic, String path, SequencedMap<Field, String> held) {
        if (devices.has(nic))
            return Nics.key(path.substring(nic.length() + 1)).map(key -> devices.path(nic).path(key).asText())
                    .orElse("");
        return path.equals(nic + ".network") && !added.contains(nic) ? held.getOrDefault(Field.of(path), "") : "";
    }

    /**
     * Writes into a config what is to be known later: of each declared NIC what it was like when it was first declared.
     *
     * @param own the object's own devices now
     * @param inherited those that it would have from elsewhere
     */
    public void write(ObjectNode config, Set<String> declared, JsonNode own, JsonNode inherited) {
        ObjectNode noted = JsonNodeFactory.instance.objectNode();
        for (String nic : declared) {
            JsonNode before = devices.has(nic) || added.contains(nic)
                    ? devices.path(nic)
                    : own.has(nic) ? own.path(nic) : inherited.path(nic);
            if (before.isObject()) noted.set(nic, before);
        }
        if (noted.isEmpty()) config.remove(KEY);
        else
            config.put(KEY, noted.toString());
    }
}
