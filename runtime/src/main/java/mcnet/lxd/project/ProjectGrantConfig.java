package mcnet.lxd.project;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.ObjectUsers;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.DesiredAttributes;
import mcnet.module.PlanningContext;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.schema.Kind;

/**
 * What a project may use, as LXD's config has it: grants are three lists that name the uplinks in each entry
 * ({@code lxd/api_project.go}).
 */
public final class ProjectGrantConfig {
    private static final String NETWORKS = "networks";
    private static final String OWN = "own";
    private static final String SHARED = "shared";
    private static final String ADDRESSES = "addresses.";
    private static final String OWN_ZONES = "own zones";

    /** Attributes of a project that are one key each. */
    private static final Map<String, String> KEYS = Map.of(NETWORKS, "features.networks", "zones",
            "restricted.networks.zones", OWN_ZONES, "features.networks.zones", "access", "restricted.networks.access",
            "grants", "restricted.networks.uplinks", "subnets", "restricted.networks.subnets", "limits.networks",
            "limits.networks", "restricted", "restricted");

    private static final Set<String> LISTS = Set.of("zones", "access", "grants", "subnets");
    private static final Set<String> TRUTHS = Set.of("own zones", "restricted");

    private ProjectGrantConfig() {}

    /** A project's fields. */
    public static DesiredResource desired(Declaration project, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(project, now.cluster());
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values());
        List<ResourceId> needs = new ArrayList<>();
        put(values, NETWORKS, project.setting(NETWORKS).map(s -> s.value().text()).orElse(OWN),
                project.setting(NETWORKS).map(Setting::span).orElse(project.span()), project.has(NETWORKS));
        project.setting("zones").filter(zones -> !(zones.value() instanceof Value.Word))
                .ifPresent(zones -> put(values, "zones", zones.value().text(), zones.span(), true));
        if (ProjectNamespace.zonesApart(now)) ownZones(project, values);
        project.setting("access").ifPresent(s -> put(values, "access", s.value().text(), s.span(), true));
        project.nested(KindName.LIMITS).flatMap(l -> l.setting(NETWORKS).stream())
                .forEach(s -> put(values, "limits.networks", s.value().text(), s.span(), true));
        List<Declaration> grants = project.nested(KindName.GRANT).toList();
        if (!grants.isEmpty()) grants(grants, values, needs);
        boolean restricted = values.keySet().stream().map(Field::attribute)
                .anyMatch(a -> a.equals("zones") || a.equals("access") || a.equals("grants"));
        if (restricted) put(values, "restricted", "true", project.span(), true);
        return new DesiredResource(project, values, needs);
    }

    /** Zones of a project are its own only where it says so; without it the server makes them in {@code default}. */
    private static void ownZones(Declaration project, SequencedMap<Field, DesiredValue> values) {
        Optional<Setting> word = project.setting("zones").filter(zones -> zones.value() instanceof Value.Word);
        if (word.isPresent())
            put(values, OWN_ZONES, String.valueOf(word.get().value().text().equals(OWN)), word.get().span(), true);
        else if (ProjectNamespace.ownZones(project))
            put(values, OWN_ZONES, "true", project.nested(KindName.ZONE).findFirst().orElseThrow().span(), false);
    }

    private static void grants(List<Declaration> grants, SequencedMap<Field, DesiredValue> values,
            List<ResourceId> needs) {
        Span span = grants.getFirst().span();
        put(values, "grants", grants.stream().map(Declaration::name).collect(Collectors.joining(",")), span, true);
        List<String> subnets = new ArrayList<>();
        for (Declaration grant : grants) {
            needs.add(new ResourceId(KindName.UPLINK, grant.name()));
            for (String family : List.of("ipv4", "ipv6")) {
                grant.setting(family + ".subnets").map(Setting::value).ifPresent(v -> Stream.of(v.text().split(","))
                        .forEach(subnet -> subnets.add(grant.name() + ":" + subnet)));
                grant.setting(family + ".addresses").ifPresent(s -> put(values,
                        ADDRESSES + family + "." + grant.name(), s.value().text(), s.span(), true));
            }
        }
        if (!subnets.isEmpty()) put(values, "subnets", String.join(",", subnets), span, true);
    }

    private static void put(SequencedMap<Field, DesiredValue> values, String path, String value, Span span,
            boolean declared) {
        values.put(Field.of(path), new DesiredValue(Field.of(path), spelled(path, value), span, declared));
    }

    /** In one spelling: LXD keeps a project's lists and truths as they were sent, and order means nothing in them. */
    private static String spelled(String path, String value) {
        if (TRUTHS.contains(path)) return String.valueOf(LxdConfig.isTrue(value));
        if (!LISTS.contains(path)) return value;
        return Stream.of(value.split(",")).map(String::strip).filter(e -> !e.isEmpty())
                .map(e -> path.equals("subnets") ? subnet(e) : e).distinct().sorted().collect(Collectors.joining(","));
    }

    /** {@code uplink:2001:db8::/64} */
    private static String subnet(String entry) {
        int colon = entry.indexOf(':');
        IPAddress subnet = Ip.read(entry.substring(colon + 1));
        return subnet == null ? entry : entry.substring(0, colon + 1) + subnet.toCanonicalString();
    }

    /** The values of a project on the cluster under the same fields. */
    public static SequencedMap<Field, String> values(JsonNode project, Kind kind) {
        SequencedMap<String, String> config = LxdConfig.of(project);
        SequencedMap<Field, String> values = new LinkedHashMap<>();
        KEYS.forEach((path, key) -> {
            String value = config.remove(key);
            if (value != null) values.put(Field.of(path), spelled(path, value));
        });
        for (String key : List.copyOf(config.keySet()))
            if (key.startsWith(UPLINK_IPS))
                values.put(Field.of(ADDRESSES + key.substring(UPLINK_IPS.length())), config.remove(key));
        boolean own = LxdConfig.isTrue(values.get(Field.of(NETWORKS)));
        values.put(Field.of(NETWORKS), own ? OWN : SHARED);
        values.putAll(LxdConfig.values(config, kind));
        return values;
    }

    private static final String UPLINK_IPS = "limits.networks.uplink_ips.";

    /** The uplinks that it is granted. */
    public static List<ResourceId> needs(JsonNode project) {
        return Arrays.stream(project.path("config").path(KEYS.get("grants")).asText().split(","))
                .filter(u -> !u.isBlank()).map(u -> new ResourceId(KindName.UPLINK, u.strip())).toList();
    }

    /**
     * What a project has for itself can be changed only while it is empty, but for zones, which may become its own later
     * ({@code lxd/api_project.go projectChange}).
     */
    public static List<Diagnostic> fixed(Change project) {
        List<String> users = project.found().map(ObservedResource::usedBy).orElse(List.of());
        boolean parted = !project.of(NETWORKS).isEmpty()
                || project.of(OWN_ZONES).stream().anyMatch(d -> !d.after().equals("true"));
        if (users.isEmpty() || !parted) return List.of();
        return List.of(Diagnostic
                .error("MC0756", "cannot change networks or zones of " + project.id() + ": it is not empty",
                        new Label(project.span(),
                                "contains " + users.stream().map(ObjectUsers::name).collect(Collectors.joining(", "))))
                .why("LXD changes whether a project has its own networks and zones only while the project is empty")
                .fix("write the current values (for example networks = shared, zones = own), or empty the"
                        + " project first"));
    }

    /** The config keys that a change sets; an empty value removes one. */
    public static SequencedMap<String, String> config(Change change) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            String path = d.field().attribute();
            if (path.equals(NETWORKS)) config.put(KEYS.get(path), String.valueOf(d.after().equals(OWN)));
            else if (path.startsWith(ADDRESSES))
                config.put(UPLINK_IPS + path.substring(ADDRESSES.length()), d.after());
            else if (KEYS.containsKey(path)) config.put(KEYS.get(path), d.after());
        }
        return config;
    }
}
