package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.Paths;
import mcnet.lxd.server.Servers;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.ResourceId;

/**
 * Pools of instances behind balancers as objects of the server
 * ({@code shared/api/network_load_balancer.go NetworkLoadBalancerPool}).
 */
public final class LxdPools {
    /** The API extension of servers that have them. */
    public static final String EXTENSION = "network_load_balancer_pool";
    /** The field of the object that holds the instances. */
    public static final String INSTANCES = "instances";
    private static final String BELOW = "/load-balancer-pools";

    private LxdPools() {}

    /** Whether all members' servers say that their networks have pools. */
    public static boolean areOffered(PlanningContext now) {
        return Servers.all(now).stream().allMatch(server -> server.offers(EXTENSION));
    }

    public static Query list(ResourceId network) {
        return Query.cluster(LxdNetworks.path(network, BELOW + "?recursion=1"));
    }

    /** Where pools of a pool's network are made. */
    public static String collection(ResourceId pool) {
        return LxdNetworks.path(ListenerObjects.network(pool), BELOW);
    }

    public static String path(ResourceId pool) {
        return LxdNetworks.path(ListenerObjects.network(pool), BELOW + "/" + Paths.encode(pool.name()));
    }

    public static JsonNode seen(ResourceId pool, PlanningContext now) {
        return now.seen().of(list(ListenerObjects.network(pool))).value().valueStream()
                .filter(p -> p.path("name").asText().equals(pool.name())).findFirst().orElseThrow();
    }

    /** All that can be written of it, as it is. */
    public static ObjectNode writable(JsonNode pool) {
        return LxdConfig.writable(pool, INSTANCES);
    }

    /** Whether an instance has a port of its own: the language knows one for the whole pool. */
    public static boolean isUneven(JsonNode pool) {
        return pool.path(INSTANCES).valueStream().map(i -> i.path("target_port").asText())
                .anyMatch(port -> !port.isEmpty() && !port.equals(pool.path("config").path("target_port").asText()));
    }

    /** A pool with its instances as one more key of its config, as other kinds have their values. */
    public static ObjectNode keyed(JsonNode pool) {
        ObjectNode keyed = LxdConfig.writable(pool);
        String instances = pool.path(INSTANCES).valueStream().map(i -> i.path("name").asText()).sorted()
                .collect(Collectors.joining(","));
        if (!instances.isEmpty()) keyed.withObject("/config").put(INSTANCES, instances);
        return keyed;
    }

    /** The body for the server of one whose instances are a key of its config. */
    public static ObjectNode body(ObjectNode keyed) {
        ObjectNode body = keyed.deepCopy();
        JsonNode instances = body.withObject("/config").remove(INSTANCES);
        ArrayNode list = body.putArray(INSTANCES);
        if (instances != null)
            Arrays.stream(instances.asText().split(",")).filter(i -> !i.isEmpty())
                    .forEach(i -> list.addObject().put("name", i));
        return body;
    }
}
