package mcnet.lxd.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.Paths;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/** The records of zones, as the server has them ({@code /1.0/network-zones/ZONE/records}) and as files say them. */
public final class ZoneRecords {
    /** The attributes that hold entries, as the kind has them. */
    private static final List<String> TYPED = List.of("a", "aaaa", "cname", "mx", "txt", "srv", "ns", "ptr");
    private static final String TTL = "ttl";

    private ZoneRecords() {}

    public static Query list(ResourceId zone) {
        return Query.cluster(LxdZones.path(zone, "/records?recursion=1"));
    }

    /** The path of one, or of all of its zone where the name is empty. */
    public static String path(ResourceId record) {
        return LxdZones.path(zone(record),
                "/records" + (record.name().isEmpty() ? "" : "/" + Paths.encode(record.name())));
    }

    public static ResourceId zone(ResourceId record) {
        return new ResourceId(KindName.ZONE, record.project(), "", record.network());
    }

    public static Optional<JsonNode> seen(ResourceId record, PlanningContext now) {
        return now.seen().of(list(zone(record))).value().valueStream()
                .filter(r -> r.path("name").asText().equals(record.name())).findFirst();
    }

    public static List<ZoneEntry> entries(JsonNode record) {
        return record.path("entries").valueStream().map(ZoneEntry::of).toList();
    }

    /** The TTL that most entries have, in seconds; 0: none of their own. */
    public static long usualTtl(List<ZoneEntry> entries) {
        Map<Long, Long> uses = entries.stream()
                .collect(Collectors.groupingBy(ZoneEntry::ttl, LinkedHashMap::new, Collectors.counting()));
        return uses.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(
                        Comparator.reverseOrder())))
                .map(Map.Entry::getKey).orElse(0L);
    }

    /**
     * The TTL of a record's entries once the file is applied, in seconds: what the file says; where it does not, what they
     * have, unless the file said so before.
     */
    public static long ttl(Declaration record, ResourceId id, PlanningContext now) {
        Optional<Setting> said = record.setting(TTL);
        if (said.isPresent()) return ((Value.Duration) said.get().value()).seconds();
        return seen(id, now).filter(r -> Mark.of(LxdConfig.of(r)).filter(m -> m.keys().contains(TTL)).isEmpty())
                .map(r -> usualTtl(entries(r))).orElse(0L);
    }

    /**
     * An entry as a file says it.
     *
     * @param value what says it
     */
    public record Declared(ZoneEntry entry, Value value) {}

    /** The entries that a file says; those that cannot be read are left to the check. */
    public static List<Declared> of(Declaration record, long ttl) {
        Stream<Declared> typed = TYPED.stream().flatMap(
                attribute -> values(record, attribute)
                        .map(v -> new Declared(ZoneEntry.of(attribute, v.text(), ttl), v)));
        Stream<Declared> others = values(record, ZoneEntry.ANY)
                .flatMap(v -> ZoneEntry.read(v.text(), ttl).map(e -> new Declared(e, v)).stream());
        return Stream.concat(typed, others).toList();
    }

    /** The values of an attribute, one by one. */
    public static Stream<Value> values(Declaration record, String attribute) {
        return record.setting(attribute).stream().map(Setting::value)
                .flatMap(v -> v instanceof Value.Many many ? many.values().stream() : Stream.of(v));
    }

    /** The body with these entries. */
    public static ObjectNode with(ObjectNode body, List<ZoneEntry> entries) {
        ArrayNode list = body.putArray("entries");
        entries.stream().map(ZoneEntry::json).forEach(list::add);
        return body;
    }
}
