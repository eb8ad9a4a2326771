package mcnet.check.view;

import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Flow;
import mcnet.model.KindName;
import mcnet.model.Subject;
import mcnet.model.Value;

/** The networks that get rules of their own from a flow: both ends, and whatever a forward at its end leads into. */
public final class FlowNetworks {
    private FlowNetworks() {}

    public static Stream<NetworkView> by(Flow flow, ProgramView facts) {
        return Stream.concat(flow.from().stream(), flow.to().stream()).flatMap(place -> at(place, facts)).distinct();
    }

    private static Stream<NetworkView> at(Subject place, ProgramView facts) {
        return switch (place) {
            case Subject.Thing t when t.kind().equals(KindName.NETWORK) -> facts.network(t.name(), "").stream();
            case Subject.Thing t when t.kind().equals(KindName.INSTANCE) ->
                facts.program().named(KindName.INSTANCE, "", t.name()).stream()
                        .flatMap(i -> i.nested(KindName.NIC)).flatMap(nic -> network(nic, facts).stream());
            case Subject.Addresses(Value value, var _) -> facts.networks().stream()
                    .filter(n -> n.declaration().nested(KindName.FORWARD).anyMatch(f -> f.name().equals(value.text())));
            default -> Stream.empty();
        };
    }

    private static Optional<NetworkView> network(Declaration nic, ProgramView facts) {
        return nic.setting("network").flatMap(n -> facts.network(n.value().text(), nic.inside().networks()));
    }
}
