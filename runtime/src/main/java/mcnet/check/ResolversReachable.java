package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** A resolver of a family in which the uplink has no gateway is never reached. */
final class ResolversReachable implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Uplink uplink : facts.uplinks())
            for (Value.Address resolver : Lists.of(uplink.declaration(), "dns", Value.Address.class)) {
                Family family = resolver.address().isIPv4() ? Family.IPV4 : Family.IPV6;
                if (facts.lacks(uplink.declaration(), Families.path(family, "gateway")))
                    report.accept(Diagnostic.warning("MC0326", "the resolver " + resolver.text() + " cannot be reached",
                            new Label(resolver.span(), ""), new Label(uplink.declaration().span(), "no "
                                    + Families.name(family) + " gateway"))
                            .why("instances ask it through the uplink, which has no way out in this family")
                            .fix("write a resolver of the other family, or add the gateway"));
            }
    }
}
