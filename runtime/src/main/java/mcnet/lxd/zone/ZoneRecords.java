package mcnet.lxd.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.Paths;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.model.ZoneEntry;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/** The records of zones, as the server has them ({@code /1.0/network-zones/ZONE/records}) and as files say them. */
public final class ZoneRecords {
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
        return record.path("entries").valueStream().map(ZoneRecords::entry).toList();
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

    private static ZoneEntry entry(JsonNode entry) {
        return new ZoneEntry(entry.path("type").asText(), entry.path("ttl").asLong(), entry.path("value").asText());
    }

    private static ObjectNode json(ZoneEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", entry.type()).put("value", entry.value());
        return entry.ttl() == 0 ? json : json.put("ttl", entry.ttl());
    }

    /**
     * The field that an entry is.
     *
     * @param usual the TTL of its record, in seconds
     */
    public static Field field(ZoneEntry entry, long usual) {
        return entry.text().filter(_ -> entry.isCachedAs(usual))
                .map(text -> Field.element(entry.type().toLowerCase(Locale.ROOT), text))
                .orElseGet(() -> Field.element(ZoneEntry.ANY, entry.line(usual)));
    }

    /** The body with these entries. */
    public static ObjectNode with(ObjectNode body, List<ZoneEntry> entries) {
        ArrayNode list = body.putArray("entries");
        entries.stream().map(ZoneRecords::json).forEach(list::add);
        return body;
    }
}
