package mcnet.check.rule.zone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;

/** {@code zones} names several, one of each project ({@code lxd/network/driver_common.go validateZoneNames}); one alone is {@code zone}. */
public final class ZonesPerProject implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks())
            network.declaration().setting("zones").filter(s -> s.value() instanceof Value.Many)
                    .ifPresent(said -> check(network.declaration(), said, facts, report));
    }

    private static void check(Declaration network, Setting said, ProgramView facts, Consumer<Diagnostic> report) {
        List<Value> zones = ((Value.Many) said.value()).values();
        network.setting("zone").ifPresent(one -> report.accept(Diagnostic
                .error("MC0383", network.title() + " has both zone and zones", new Label(said.span(), ""),
                        new Label(one.span(), "and here"))
                .why("both set the server's dns.zone.forward").fix("remove one of them")));
        if (zones.size() < 2) {
            report.accept(Diagnostic.error("MC0381", "`zones` needs at least two zones", new Label(said.span(), ""))
                    .why("a single zone is set by `zone`, which every server supports")
                    .fix(zones.isEmpty() ? "remove it" : "write zone = " + zones.getFirst().text()));
            return;
        }
        Map<String, Value> seen = new HashMap<>();
        for (Value zone : zones) {
            String project = project(zone.text(), facts);
            Value other = seen.putIfAbsent(project, zone);
            if (other != null)
                report.accept(Diagnostic
                        .error("MC0382", zone.text() + " and " + other.text() + " are zones of the same project",
                                new Label(zone.span(), ""), new Label(other.span(), ""))
                        .why("the server allows only one zone of each project in this list").fix("remove one of"
                                + " them"));
        }
    }

    private static String project(String name, ProgramView facts) {
        return facts.program().projects()
                .filter(p -> p.nested(KindName.ZONE).anyMatch(z -> name.equals(p.name() + "." + z.name())))
                .map(Declaration::name).findFirst().orElse("");
    }
}
