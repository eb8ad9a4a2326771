package mcnet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mcnet.language.print.ItemText;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.traffic.LxdBalancer;
import mcnet.lxd.traffic.LxdPools;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;

/** What a balancer distributes, as a file says it. */
final class BalancerLines {
    private static final UnaryOperator<String> NAMES = ItemText::name;

    private BalancerLines() {}

    /** A reason for which the language cannot say a balancer or a pool. */
    static Optional<String> unwritable(ResourceId id, PlanningContext now) {
        if (id.kind().equals(KindName.POOL) && LxdPools.isUneven(LxdPools.seen(id, now)))
            return Optional.of("an instance in it has a port of its own");
        if (!id.kind().equals(KindName.BALANCER)) return Optional.empty();
        JsonNode balancer = ListenerObjects.BALANCERS.seen(id, now);
        if (Ip.read(ListenerObjects.address(balancer)) == null) return Optional.of("it listens on no address");
        LxdBalancer content = LxdBalancer.of(balancer);
        return content.named().stream().filter(b -> b.ports().size() > 1 || String.join("", b.ports()).contains("-"))
                .map(b -> "its backend " + b.name() + " has several ports").findFirst();
    }

    static List<String> of(ResourceId id, PlanningContext now) {
        LxdBalancer content = LxdBalancer.of(ListenerObjects.BALANCERS.seen(id, now));
        return Stream.concat(content.named().stream().map(b -> "backend " + b.declaration(NAMES)),
                content.ports().stream().map(p -> content.sentence(p, NAMES))).toList();
    }
}
