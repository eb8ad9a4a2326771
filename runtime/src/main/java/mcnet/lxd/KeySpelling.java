package mcnet.lxd;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.lxd.zone.ReverseZones;
import mcnet.schema.Attribute;
import mcnet.schema.Type;

/** Values that a server keeps otherwise than the language spells them, by their key. All others are the same in both. */
final class KeySpelling {
    private static final String ZONES = "dns.zone.";

    private KeySpelling() {}

    /** A key's value as the language spells it; empty where it has none. */
    static String read(String key, Map<String, String> config) {
        String value = config.getOrDefault(key, "");
        if (key.equals(StatefulDhcp.KEY)) return StatefulDhcp.read(config);
        if (key.endsWith(LeaseTime.KEY)) return LeaseTime.read(value);
        if (key.equals(VlanNumbers.KEY)) return VlanNumbers.read(value);
        return key.startsWith(ZONES) && !value.isEmpty() ? ReverseZones.written(value) : value;
    }

    /** Sets a key, and those that belong to it, to a value as the language spells it. */
    static void write(Map<String, String> config, String key, String value) {
        if (key.equals(StatefulDhcp.KEY)) StatefulDhcp.write(config, value);
        else if (key.endsWith(LeaseTime.KEY)) config.put(key, LeaseTime.write(value));
        else
            config.put(key, key.startsWith(ZONES) ? ReverseZones.server(value) : value);
    }

    /** Keys that are a part of another one's value. */
    static Set<String> parts() {
        return Set.of(StatefulDhcp.PART);
    }

    /** The part that the value of the key that it belongs to does not tell, if it is set. */
    static Optional<String> untold(Set<String> keys, Map<String, String> config) {
        return keys.contains(StatefulDhcp.KEY) && StatefulDhcp.isUntold(config)
                ? Optional.of(StatefulDhcp.PART)
                : Optional.empty();
    }

    /** One key of the server is two words of the language: {@code zone} for one, {@code zones} for several. */
    static boolean isSpelledBy(Attribute attribute, String value) {
        return !attribute.key().equals(ZONES + "forward")
                || value.contains(",") == (attribute.type() instanceof Type.ListOf);
    }
}
