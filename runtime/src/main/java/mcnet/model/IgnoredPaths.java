package mcnet.model;

import java.util.List;

/**
 * The attributes of a declaration that others manage, by {@code ignore = [mtu, ipv4.nat]}: said to the server when the
 * thing is made, and not looked at any more.
 *
 * @param names paths of attributes, or of blocks, which stand for all inside
 */
public record IgnoredPaths(List<Value> names) {
    public static final String ATTRIBUTE = "ignore";

    public static IgnoredPaths of(Declaration declaration) {
        return new IgnoredPaths(declaration.setting(ATTRIBUTE).map(Setting::value).filter(Value.Many.class::isInstance)
                .map(v -> ((Value.Many) v).values()).orElse(List.of()));
    }

    public boolean has(String path) {
        return names.stream().map(Value::text).anyMatch(n -> path.equals(n) || path.startsWith(n + "."));
    }
}
