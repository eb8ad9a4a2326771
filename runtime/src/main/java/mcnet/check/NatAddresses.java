package mcnet.check;

import inet.ipaddr.IPAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * The address that a network goes out under is routed by the uplink and nobody else's
 * ({@code lxd/network/driver_ovn.go Validate, getExternalSubnetInUse}).
 */
final class NatAddresses implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH) {
            Map<String, Setting> first = new HashMap<>();
            for (Network network : facts.networks(family))
                network.declaration().setting(Families.path(family, "nat.address"))
                        .filter(s -> s.value() instanceof Value.Address)
                        .ifPresent(said -> network.uplink().ifPresent(uplink -> {
                            routed(said, uplink, family, facts, report);
                            Setting other = first.putIfAbsent(uplink.title() + said.value().text(), said);
                            if (!uplink.allowsOverlaps(family))
                                apart(said, Optional.ofNullable(other), network, uplink, family, facts, report);
                        }));
        }
    }

    private static IPAddress address(Setting said) {
        return ((Value.Address) said.value()).address();
    }

    private static void routed(Setting said, Uplink uplink, Family family, Facts facts, Consumer<Diagnostic> report) {
        String routes = Families.path(family, "routes");
        if (facts.doubts().about(uplink.declaration(), routes)
                || uplink.routes(family).stream().anyMatch(r -> Space.of(r).contains(address(said))))
            return;
        report.accept(Diagnostic
                .error("MC0398", said.value().text() + " is outside the routes of " + uplink.title(),
                        new Label(said.value().span(), ""), new Label(uplink.declaration().span(), ""))
                .why("LXD lets a network go out only under an address that the uplink routes to it")
                .fix("add " + said.value().text() + "/" + address(said).getBitCount() + " to the routes of "
                        + uplink.title()));
    }

    private static void apart(Setting said, Optional<Setting> other, Network own, Uplink uplink, Family family,
            Facts facts, Consumer<Diagnostic> report) {
        Optional<Label> holder = other.map(o -> new Label(o.value().span(), "and here"))
                .or(() -> facts.networksOf(uplink).stream().filter(n -> n != own && !n.hidden(family))
                        .flatMap(n -> n.address(family).stream())
                        .filter(a -> Space.of(a).contains(address(said))).findFirst()
                        .map(a -> new Label(a.span(), "a network that is routed")));
        holder.ifPresent(label -> report.accept(Diagnostic
                .error("MC0399", said.value().text() + " is somebody else's address outside",
                        new Label(said.value().span(), ""), label)
                .why("answers to it would go to two places; LXD refuses addresses outside that overlap on one uplink")
                .fix("write another address of the routes of " + uplink.title())));
    }
}
