package mcnet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;
import mcnet.schema.ConfigKeys;
import mcnet.schema.PartKind;

/**
 * A key of the server's that a file names itself, under {@code lxd { … }}.
 *
 * @param keys what the server knows such keys of
 * @param path the field that it becomes of the object that is managed, {@code eth0.lxd.boot.priority}
 */
public record FreeKey(ConfigKeys keys, String key, String path, Span span) {
    private static final String BLOCK = "lxd.";
    /** A NIC is of another type on the server where its network is a bridge. */
    private static final ConfigKeys BRIDGED = new ConfigKeys("device-nic-bridged", "NICs on bridges",
            ConfigKeys.Own.SERVER);

    /** Those of a declaration, of its parts and of its NICs; of instances, profiles and projects no keys are known. */
    public static List<FreeKey> of(Declaration declaration) {
        List<FreeKey> all = new ArrayList<>();
        ConfigKeys keys = declaration.kind().server().keys();
        if (declaration.kind().server().exists() && !keys.section().isEmpty())
            own(declaration).forEach(s -> all.add(of(keys, "", "", s)));
        for (PartKind part : declaration.kind().parts())
            declaration.nested(part.kind().name())
                    .forEach(inner -> own(inner)
                            .forEach(s -> all.add(of(keys, part.keys() + inner.name() + ".", "", s))));
        declaration.nested(KindName.NIC).forEach(nic -> own(nic)
                .forEach(s -> all.add(of(isBridged(nic) ? BRIDGED : nic.kind().server().keys(), "", nic.name() + ".",
                        s))));
        return all;
    }

    private static Stream<Setting> own(Declaration declaration) {
        return declaration.said().filter(s -> s.path().startsWith(BLOCK));
    }

    private static FreeKey of(ConfigKeys keys, String before, String nic, Setting said) {
        String key = before + said.path().substring(BLOCK.length());
        return new FreeKey(keys, key, nic + BLOCK + key, said.span());
    }

    /** Whether the network of a NIC is one without OVN: its keys are others. */
    public static boolean isBridged(Declaration nic) {
        return nic.setting("network").filter(s -> s.value() instanceof Value.Reference reference
                && KindName.BRIDGES.contains(reference.kind())).isPresent();
    }
}
