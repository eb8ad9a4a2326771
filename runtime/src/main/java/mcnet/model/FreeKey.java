package mcnet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;
import mcnet.schema.PartKind;

/**
 * A key of the server's that a file names itself, under {@code lxd { … }}.
 *
 * @param type what the server knows such keys of: {@code network}, {@code uplink}, {@code bridge}, {@code forward},
 *        {@code acl}, {@code zone}, {@code nic}, {@code bridged nic}
 * @param path the field that it becomes of the object that is managed, {@code eth0.lxd.boot.priority}
 */
public record FreeKey(String type, String key, String path, Span span) {
    private static final String BLOCK = "lxd.";
    private static final Map<String, String> TYPES = Map.of("network", "network", "uplink", "uplink", "bridge",
            "bridge", "fan", "bridge", "forward", "forward", "acl", "acl", "zone", "zone");

    /** Those of a declaration, of its parts and of its NICs; of instances, profiles and projects no keys are known. */
    public static List<FreeKey> of(Declaration declaration) {
        List<FreeKey> keys = new ArrayList<>();
        Optional.ofNullable(TYPES.get(declaration.kind().name()))
                .ifPresent(type -> own(declaration).forEach(s -> keys.add(of(type, "", "", s))));
        for (PartKind part : declaration.kind().parts())
            declaration.nested(part.kind().name()).forEach(inner -> own(inner).forEach(s -> keys
                    .add(of(TYPES.get(declaration.kind().name()), part.keys() + inner.name() + ".", "", s))));
        declaration.nested("nic").forEach(nic -> own(nic)
                .forEach(s -> keys.add(of(isBridged(nic) ? "bridged nic" : "nic", "", nic.name() + ".", s))));
        return keys;
    }

    private static Stream<Setting> own(Declaration declaration) {
        return declaration.said().filter(s -> s.path().startsWith(BLOCK));
    }

    private static FreeKey of(String type, String before, String nic, Setting said) {
        String key = before + said.path().substring(BLOCK.length());
        return new FreeKey(type, key, nic + BLOCK + key, said.span());
    }

    private static boolean isBridged(Declaration nic) {
        return nic.setting("network").filter(s -> s.value() instanceof Value.Reference reference
                && (reference.kind().equals("bridge") || reference.kind().equals("fan"))).isPresent();
    }

    /** As people call what has such keys. */
    public String plural() {
        return switch (type) {
            case "network" -> "OVN networks";
            case "uplink" -> "physical networks";
            case "acl" -> "ACLs";
            case "nic" -> "NICs on OVN networks";
            case "bridged nic" -> "NICs on bridges";
            default -> type + "s";
        };
    }
}
