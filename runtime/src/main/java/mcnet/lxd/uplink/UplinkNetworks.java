package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.project.Projects;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * The networks that the cluster has on an uplink, of all projects that were asked for.
 *
 * @param uplink its name
 */
public record UplinkNetworks(String uplink, PlanningContext now) {

    /** Those that the program keeps there: declared under this uplink. */
    SequencedMap<ResourceId, JsonNode> kept() {
        return those((id, network) -> declared(id, network) && whole(network));
    }

    /** Those that are not the program's. */
    public SequencedMap<ResourceId, JsonNode> ofOthers() {
        return those((id, network) -> !declared(id, network) && !marked(network));
    }

    /** Also those that a plan removes. */
    public SequencedMap<ResourceId, JsonNode> all() {
        return those((_, _) -> true);
    }

    private SequencedMap<ResourceId, JsonNode> those(BiPredicate<ResourceId, JsonNode> desired) {
        SequencedMap<ResourceId, JsonNode> networks = new LinkedHashMap<>();
        for (String project : Projects.of(now))
            for (JsonNode network : now.seen().of(LxdNetworks.list(project)).value()) {
                ResourceId id = new ResourceId(KindName.NETWORK, project, "", network.path("name").asText());
                if (PlannedUplink.config(network, "network").equals(uplink) && desired.test(id, network))
                    networks.put(id, network);
            }
        return networks;
    }

    private boolean declared(ResourceId id, JsonNode network) {
        return declaration(id, now).flatMap(d -> d.setting("uplink"))
                .filter(s -> s.value().text().equals(PlannedUplink.config(network, "network"))).isPresent();
    }

    static Optional<Declaration> declaration(ResourceId network, PlanningContext now) {
        return now.program().all(KindName.NETWORK).filter(
                d -> d.name().equals(network.name()) && d.inside().project().equals(network.project())).findFirst();
    }

    private boolean marked(JsonNode network) {
        return Mark.of(LxdConfig.of(network)).filter(m -> m.program().equals(now.program().name())).isPresent();
    }

    private static boolean whole(JsonNode network) {
        return network.path("status").asText().equals("Created");
    }
}
