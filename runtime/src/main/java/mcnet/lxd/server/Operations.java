package mcnet.lxd.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.ObjectUsers;
import mcnet.lxd.project.Projects;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Query;
import mcnet.plan.ResourceId;

/**
 * What the server is at work on. A network is {@code Errored} from the begin of its creation to its end
 * ({@code lxd/networks.go networksPostCluster}), so that only an operation tells whether one that is will be whole in a
 * moment. Servers without the API extension {@code storage_and_network_operations} have no operation for it.
 */
public final class Operations {
    private static final Query LIST = Query.cluster("/1.0/operations?recursion=1&all-projects=true");
    private static final Set<String> AT_WORK = Set.of("pending", "running");
    private static final Set<String> HALF_MADE = Set.of("Pending", "Errored");

    private Operations() {}

    /** Asked only where a network is half made. */
    public static List<Query> queries(PlanningContext now) {
        boolean halfMade = Projects.of(now).stream()
                .flatMap(p -> now.seen().of(LxdNetworks.list(p)).value().valueStream())
                .anyMatch(n -> n.path("managed").asBoolean() && HALF_MADE.contains(n.path("status").asText()));
        boolean tells = Servers.all(now).stream().noneMatch(s -> s.lacks("storage_and_network_operations"));
        return halfMade && tells ? List.of(LIST) : List.of();
    }

    /** Whether the server tells what it is at work on. */
    public static boolean told(PlanningContext now) {
        return now.seen().of(LIST).ok();
    }

    /** Whether the server says that it is at work on this network. */
    public static boolean areOn(ResourceId network, PlanningContext now) {
        Answer answer = now.seen().of(LIST);
        return answer.ok() && AT_WORK.stream().flatMap(state -> operations(answer, state))
                .anyMatch(operation -> isAbout(operation, network));
    }

    private static Stream<JsonNode> operations(Answer answer, String state) {
        return answer.value().path(state).valueStream();
    }

    private static boolean isAbout(JsonNode operation, ResourceId network) {
        String url = operation.path("metadata").path("entity_url").asText();
        return ObjectUsers.is(url, network);
    }
}
