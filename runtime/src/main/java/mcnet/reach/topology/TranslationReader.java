package mcnet.reach.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Program;
import mcnet.model.Statement.Forwarding;
import mcnet.model.Statement.Rest;
import mcnet.model.Statement.Target;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.NumberRange;
import mcnet.reach.packet.Protocols;

/**
 * Sentences of a forward as translations of ports: neighbors that lead to neighbors are one. Of a balancer nobody can say
 * which backend answers: its translations have no target.
 */
final class TranslationReader {
    private final List<PortTranslation> all = new ArrayList<>();

    private TranslationReader() {}

    static List<PortTranslation> of(Declaration forward, RoutedNetwork network, Program program) {
        TranslationReader reader = new TranslationReader();
        if (forward.kind().name().equals(KindName.BALANCER)) return balanced(forward);
        boolean ipv6 = forward.name().contains(":");
        forward.statements(Forwarding.class).forEach(f -> {
            for (Target target : f.targets())
                for (Traffic traffic : f.traffic())
                    reader.add(traffic, target, place(target.place(), network, program, ipv6));
        });
        forward.statements(Rest.class).forEach(rest -> {
            Optional<AddressBlock> target = place(rest.target(), network, program, ipv6);
            for (int protocol = Protocols.TCP; protocol <= Protocols.OTHER; protocol++)
                reader.all.add(new PortTranslation(protocol, Protocols.ANY, 0, true, target, rest.span()));
        });
        return reader.all;
    }

    private static List<PortTranslation> balanced(Declaration balancer) {
        return balancer.statements(Forwarding.class).flatMap(f -> f.traffic().stream().flatMap(t -> t.ports().stream()
                .map(ports -> new PortTranslation(protocol(t), new NumberRange(ports.first(), ports.last()),
                        ports.first(),
                        true, Optional.empty(), f.span()))))
                .toList();
    }

    private static int protocol(Traffic traffic) {
        return traffic.protocol() == Traffic.Protocol.TCP ? Protocols.TCP : Protocols.UDP;
    }

    private static Optional<AddressBlock> place(Subject place, RoutedNetwork network, Program program, boolean ipv6) {
        return switch (place) {
            case Subject.Addresses(var value, var _) -> Optional.of(TopologyReader.block(value));
            case Subject.Thing t when t.kind().equals(KindName.INSTANCE) ->
                program.named(KindName.INSTANCE, network.view().project(), t.name()).stream()
                        .flatMap(i -> FixedAddresses.ofAll(i).stream()).filter(a -> a.isIPv6() == ipv6)
                        .map(AddressBlock::of).filter(network.subnets()::contains).findFirst();
            default -> Optional.empty();
        };
    }

    private void add(Traffic traffic, Target target, Optional<AddressBlock> place) {
        int protocol = protocol(traffic);
        int count = traffic.ports().stream().mapToInt(Ports::count).sum();
        int inside = target.ports().stream().mapToInt(Ports::count).sum();
        boolean one = inside == 1 && count != 1;
        List<NumberRange> to = (inside == 0 ? traffic.ports() : target.ports()).stream()
                .map(p -> new NumberRange(p.first(), p.last())).toList();
        int part = 0;
        int used = 0;
        for (Ports ports : traffic.ports()) {
            int from = ports.first();
            while (from <= ports.last()) {
                if (one) {
                    all.add(new PortTranslation(protocol, new NumberRange(from, ports.last()), to.getFirst().first(),
                            false, place, target.span()));
                    break;
                }
                NumberRange there = to.get(part);
                int run = Math.min(ports.last() - from + 1, there.last() - there.first() - used + 1);
                all.add(new PortTranslation(protocol, new NumberRange(from, from + run - 1), there.first() + used, true,
                        place, target.span()));
                from += run;
                used += run;
                if (there.first() + used > there.last() && part < to.size() - 1) {
                    part++;
                    used = 0;
                }
            }
        }
    }
}
