package mcnet.lxd.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mcnet.lxd.server.Servers;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;
import mcnet.schema.IndexFile;

/**
 * What a project has for itself or shares with the server's own project. Of what it shares the server lists the things
 * of {@code default} as the project's, and changes and removes them there ({@code lxd/project/project.go}).
 */
public enum ProjectNamespace {
    NETWORKS("features.networks"), ZONES("features.networks.zones"), PROFILES("features.profiles"), INSTANCES("");

    /** The API extension that came with zones of their own; before, zones were where networks are. */
    static final String ZONES_APART = "projects_networks_zones";

    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");
    private static final String SHARED = "shared";

    private final String feature;

    ProjectNamespace(String feature) {
        this.feature = feature;
    }

    /** Where things of this kind are; none: not in projects. */
    public static Optional<ProjectNamespace> of(String kind) {
        return IndexFile.shipped().kind(kind).flatMap(k -> switch (k.namespace()) {
            case CLUSTER, PROJECT -> Optional.empty();
            case NETWORKS -> Optional.of(NETWORKS);
            case ZONES -> Optional.of(ZONES);
            case PROFILES -> Optional.of(PROFILES);
            case INSTANCES -> Optional.of(INSTANCES);
        });
    }

    /** As people call what is in it. */
    public String plural() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a project on the cluster has these for itself. */
    boolean isOwn(JsonNode project, PlanningContext now) {
        return this == INSTANCES || TRUE.contains(
                project.path("config").path(key(now)).asText().toLowerCase(Locale.ROOT));
    }

    /** The server's key, on this server. */
    public String key(PlanningContext now) {
        return this == ZONES && !zonesApart(now) ? NETWORKS.feature : feature;
    }

    static boolean zonesApart(PlanningContext now) {
        return Servers.all(now).stream().noneMatch(server -> server.lacks(ZONES_APART));
    }

    /** Whether a project that the program declares is to have these for itself. */
    boolean isWished(Declaration project, PlanningContext now) {
        return switch (this) {
            case NETWORKS -> !says(project, "networks", SHARED);
            case ZONES -> zonesApart(now) ? ownZones(project) : !says(project, "networks", SHARED);
            case PROFILES, INSTANCES -> true;
        };
    }

    /** The same where no server has said yet what it knows. */
    boolean mayBeWished(Declaration project) {
        return switch (this) {
            case NETWORKS -> !says(project, "networks", SHARED);
            case ZONES -> ownZones(project) || !says(project, "networks", SHARED);
            case PROFILES, INSTANCES -> true;
        };
    }

    /** It says so, or has some. */
    static boolean ownZones(Declaration project) {
        return says(project, "zones", "own")
                || project.nested(KindName.ZONE).findAny().isPresent() && !says(project, "zones", SHARED);
    }

    private static boolean says(Declaration project, String attribute, String word) {
        return project.setting(attribute).map(Setting::value).filter(v -> v.text().equals(word)).isPresent();
    }
}
