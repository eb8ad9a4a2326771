package mcnet.lxd.traffic;

import inet.ipaddr.IPAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import mcnet.model.Declaration;
import mcnet.model.Ports;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;
import mcnet.module.PlanningContext;

/** What a {@code forward} sends on, as the server takes it; one sentence is one entry for each protocol. */
public final class ForwardPorts {
    private final Declaration forward;
    private final SubjectAddresses addresses;
    private final boolean ipv4;

    private ForwardPorts(Declaration forward, PlanningContext now) {
        this.forward = forward;
        this.addresses = new SubjectAddresses(now, forward.inside().project());
        this.ipv4 = !forward.name().contains(":");
    }

    /** Every entry with the sentence that says it. */
    public static SequencedMap<LxdPort, Statement.Forwarding> of(Declaration forward, PlanningContext now) {
        ForwardPorts self = new ForwardPorts(forward, now);
        SequencedMap<LxdPort, Statement.Forwarding> all = new LinkedHashMap<>();
        forward.statements(Statement.Forwarding.class).forEach(sentence -> {
            for (Statement.Target target : sentence.targets())
                self.address(target.place()).ifPresent(address -> sentence.traffic().forEach(
                        traffic -> all.putIfAbsent(port(sentence, traffic, address, target.ports()), sentence)));
        });
        return all;
    }

    private static LxdPort port(Statement.Forwarding sentence, Traffic traffic, String address, List<Ports> to) {
        return new LxdPort(traffic.protocol().name().toLowerCase(Locale.ROOT), texts(traffic.ports()), address,
                texts(to), sentence.description().orElse(""));
    }

    private static List<String> texts(List<Ports> ports) {
        return ports.stream().map(Ports::text).toList();
    }

    /** Where all else goes, with the sentence that says it. */
    public static Optional<Rest> rest(Declaration forward, PlanningContext now) {
        ForwardPorts self = new ForwardPorts(forward, now);
        return forward.statements(Statement.Rest.class).findFirst()
                .flatMap(rest -> self.address(rest.target()).map(address -> new Rest(address, rest)));
    }

    /** @param address the address inside */
    public record Rest(String address, Statement.Rest sentence) {}

    /** Empty: an instance whose address no file tells; its rule of the check says so. */
    private Optional<String> address(Subject place) {
        return switch (place) {
            case Subject.Addresses(Value.Address(IPAddress address, var _), var _) ->
                Optional.of(address.toCanonicalString());
            case Subject.Thing thing -> addresses.ofInstance(thing.name(), forward.inside().outer(), ipv4)
                    .map(IPAddress::toCanonicalString);
            default -> Optional.empty();
        };
    }
}
