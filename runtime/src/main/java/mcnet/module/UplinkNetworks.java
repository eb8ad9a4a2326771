package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import mcnet.model.Declaration;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * The networks that the cluster has on an uplink, of all projects that were asked for.
 *
 * @param uplink its name
 */
public record UplinkNetworks(String uplink, Situation now) {

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

    private SequencedMap<ResourceId, JsonNode> those(BiPredicate<ResourceId, JsonNode> wanted) {
        SequencedMap<ResourceId, JsonNode> networks = new LinkedHashMap<>();
        for (String project : Projects.of(now))
            for (JsonNode network : now.seen().of(LxdNetworks.list(project)).value()) {
                ResourceId id = new ResourceId("network", project, "", network.path("name").asText());
                if (UplinkAsPlanned.config(network, "network").equals(uplink) && wanted.test(id, network))
                    networks.put(id, network);
            }
        return networks;
    }

    private boolean declared(ResourceId id, JsonNode network) {
        return declaration(id, now).flatMap(d -> d.setting("uplink"))
                .filter(s -> s.value().text().equals(UplinkAsPlanned.config(network, "network"))).isPresent();
    }

    static Optional<Declaration> declaration(ResourceId network, Situation now) {
        return now.program().all("network").filter(
                d -> d.name().equals(network.name()) && d.inside().project().equals(network.project())).findFirst();
    }

    private boolean marked(JsonNode network) {
        return Mark.of(LxdConfig.of(network)).filter(m -> m.program().equals(now.program().name())).isPresent();
    }

    private static boolean whole(JsonNode network) {
        return network.path("status").asText().equals("Created");
    }
}
