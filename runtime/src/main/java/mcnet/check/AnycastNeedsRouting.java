package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** LXD heeds {@code anycast} only where traffic comes in routed (facts 1.2). */
final class AnycastNeedsRouting implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks()) {
                String path = Families.path(family, "anycast");
                boolean routed = Lists.word(uplink.declaration(), "ingress").equals("routed")
                        || facts.doubts().about(uplink.declaration(), "ingress");
                if (Lists.word(uplink.declaration(), path).equals("true") && !routed)
                    report.accept(Diagnostic.error("MC0325", "anycast has no effect on " + uplink.title(),
                            new Label(uplink.declaration().setting(path).get().span(), ""))
                            .why("LXD heeds it only where the uplink's routers deliver by route")
                            .fix("add ingress = routed, or take anycast out"));
            }
    }
}
