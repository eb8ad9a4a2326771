package mcnet.lxd.traffic;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;
import mcnet.module.PlanningContext;

/** What a {@code balancer} says, as the server takes it; one sentence is one entry for each protocol. */
public final class BalancerTargets {
    private final Declaration balancer;
    private final SubjectAddresses addresses;
    private final boolean ipv4;
    private final SequencedMap<LxdBalancer.Backend, Span> backends = new LinkedHashMap<>();
    private final SequencedMap<LxdBalancer.Port, Span> ports = new LinkedHashMap<>();

    private BalancerTargets(Declaration balancer, PlanningContext now) {
        this.balancer = balancer;
        this.addresses = new SubjectAddresses(now, balancer.inside().project());
        this.ipv4 = !balancer.name().contains(":");
    }

    public static BalancerTargets of(Declaration balancer, PlanningContext now) {
        BalancerTargets self = new BalancerTargets(balancer, now);
        balancer.nested(KindName.BACKEND).forEach(self::backend);
        balancer.statements(Statement.Forwarding.class).forEach(self::sentence);
        return self;
    }

    /** All of it. */
    public LxdBalancer content() {
        return new LxdBalancer(List.copyOf(backends.keySet()), List.copyOf(ports.keySet()));
    }

    /** Where a backend is said. */
    public Span span(LxdBalancer.Backend backend) {
        return backends.get(backend);
    }

    /** Where a port is said. */
    public Span span(LxdBalancer.Port port) {
        return ports.get(port);
    }

    private void backend(Declaration backend) {
        backend.setting("address").ifPresent(address -> backends.putIfAbsent(new LxdBalancer.Backend(backend.name(),
                address.value().text(), backend.setting("port").map(p -> List.of(p.value().text())).orElse(List.of()),
                backend.setting("description").map(d -> d.value().text()).orElse("")), backend.span()));
    }

    private void sentence(Statement.Forwarding sentence) {
        List<String> names = new ArrayList<>();
        String pool = "";
        for (Statement.Target target : sentence.targets()) {
            if (target.place() instanceof Subject.Thing(String kind, String name, Span _)
                    && !kind.equals(KindName.INSTANCE)) {
                if (kind.equals(KindName.POOL)) pool = name;
                else
                    names.add(name);
                continue;
            }
            address(target.place()).map(a -> LxdBalancer.Backend.unnamed(a, texts(target.ports()))).ifPresent(b -> {
                backends.putIfAbsent(b, target.span());
                names.add(b.name());
            });
        }
        if (names.isEmpty() && pool.isEmpty()) return;
        for (Traffic traffic : sentence.traffic())
            ports.putIfAbsent(new LxdBalancer.Port(traffic.protocol().name().toLowerCase(Locale.ROOT),
                    texts(traffic.ports()), names, pool, sentence.description().orElse("")), sentence.span());
    }

    private static List<String> texts(List<Ports> ports) {
        return ports.stream().map(Ports::text).toList();
    }

    /** Empty: an instance whose address no file tells; its rule of the check says so. */
    private Optional<String> address(Subject place) {
        return switch (place) {
            case Subject.Addresses(Value.Address(IPAddress address, var _), var _) ->
                Optional.of(address.toCanonicalString());
            case Subject.Thing thing -> addresses.ofInstance(thing.name(), balancer.inside().outer(), ipv4)
                    .map(IPAddress::toCanonicalString);
            default -> Optional.empty();
        };
    }
}
