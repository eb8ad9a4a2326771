package mcnet.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * An entry of a record as a file says it.
 *
 * @param value what says it
 */
public record DeclaredEntry(ZoneEntry entry, Value value) {
    /** The attributes that hold entries, as the kind has them. */
    private static final List<String> TYPED = List.of("a", "aaaa", "cname", "mx", "txt", "srv", "ns", "ptr");

    /** The entries that a file says; those that cannot be read are left to the check. */
    public static List<DeclaredEntry> of(Declaration record, long ttl) {
        Stream<DeclaredEntry> typed = TYPED.stream().flatMap(
                attribute -> values(record, attribute)
                        .map(v -> new DeclaredEntry(ZoneEntry.of(attribute, v.text(), ttl), v)));
        Stream<DeclaredEntry> others = values(record, ZoneEntry.ANY)
                .flatMap(v -> ZoneEntry.read(v.text(), ttl).map(e -> new DeclaredEntry(e, v)).stream());
        return Stream.concat(typed, others).toList();
    }

    /** The values of an attribute, one by one. */
    public static Stream<Value> values(Declaration record, String attribute) {
        return record.setting(attribute).stream().map(Setting::value)
                .flatMap(v -> v instanceof Value.Many many ? many.values().stream() : Stream.of(v));
    }
}
