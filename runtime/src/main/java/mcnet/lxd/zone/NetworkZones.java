package mcnet.lxd.zone;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Field;
import mcnet.plan.ResourceId;

/**
 * The zones of a network, one of each project. The server finds a zone by its name alone, in whatever project
 * ({@code lxd/network/zone/zone.go LoadByName}); a file says whose it is: {@code acme.shop.example.org}.
 */
public final class NetworkZones {
    private static final String ATTRIBUTE = "zones";

    private NetworkZones() {}

    /** The same with the server's names, and with the zones that must be there in their own projects. */
    public static DesiredResource of(DesiredResource network, PlanningContext now) {
        DesiredValue value = network.values().get(Field.of(ATTRIBUTE));
        if (value == null) return network;
        String own = network.id().project();
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(network.values());
        String names = Arrays.stream(value.value().split(",")).map(String::strip)
                .map(name -> zone(name, own, now).name())
                .collect(Collectors.joining(","));
        values.put(value.field(), new DesiredValue(value.field(), names, value.span(), value.declared()));
        List<ResourceId> needs = network.needs().stream()
                .map(id -> id.kind().equals(KindName.ZONE) ? zone(id.name(), own, now) : id).toList();
        return new DesiredResource(network.declaration(), values, needs, network.reading());
    }

    private static ResourceId zone(String name, String own, PlanningContext now) {
        return now.program().projects()
                .flatMap(p -> p.nested(KindName.ZONE).filter(z -> name.equals(p.name() + "." + z.name()))
                        .map(z -> new ResourceId(KindName.ZONE, p.name(), "", z.name())))
                .findFirst().orElse(new ResourceId(KindName.ZONE, own, "", name));
    }
}
