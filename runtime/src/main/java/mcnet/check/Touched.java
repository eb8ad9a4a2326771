package mcnet.check;

import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Flow;
import mcnet.model.Place;
import mcnet.model.Value;

/** The networks that get rules of their own from a flow: both ends, and whatever a forward at its end leads into. */
final class Touched {
    private Touched() {}

    static Stream<Network> by(Flow flow, Facts facts) {
        return Stream.concat(flow.from().stream(), flow.to().stream()).flatMap(place -> at(place, facts)).distinct();
    }

    private static Stream<Network> at(Place place, Facts facts) {
        return switch (place) {
            case Place.Thing t when t.kind().equals("network") -> facts.network(t.name(), "").stream();
            case Place.Thing t when t.kind().equals("instance") ->
                facts.program().named("instance", "", t.name()).stream()
                        .flatMap(i -> i.nested("nic")).flatMap(nic -> network(nic, facts).stream());
            case Place.Addresses(Value value, var _) -> facts.networks().stream()
                    .filter(n -> n.declaration().nested("forward").anyMatch(f -> f.name().equals(value.text())));
            default -> Stream.empty();
        };
    }

    private static Optional<Network> network(Declaration nic, Facts facts) {
        return nic.setting("network").flatMap(n -> facts.network(n.value().text(), nic.inside().networks()));
    }
}
