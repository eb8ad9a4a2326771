package mcnet.check.rule.bridge;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * The bridge's DHCP server and OVN's routers assign different addresses ({@code lxd/network/driver_bridge.go Validate}).
 * IPv6 has a DHCP server with addresses only where it is stateful.
 */
public final class RouterRanges implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView bridge : facts.bridges()) check(bridge, family, report);
    }

    private static void check(NetworkView bridge, Family family, Consumer<Diagnostic> report) {
        List<Value.Range> routers = ranges(bridge, family, "ranges");
        if (routers.isEmpty() || !hasDhcp(bridge, family)) return;
        List<Value.Range> dhcp = ranges(bridge, family, "dhcp.ranges");
        Label label = new Label(routers.getFirst().span(), "for routers of OVN networks");
        if (dhcp.isEmpty()) {
            report.accept(error("DHCP of " + bridge.title() + " could assign addresses of routers", label));
            return;
        }
        for (Value.Range router : routers) {
            Optional<Value.Range> both = dhcp.stream().filter(d -> d.range().overlaps(router.range())).findFirst();
            both.ifPresent(d -> report.accept(error(router.text() + " is also a range of DHCP",
                    new Label(router.span(), "for routers of OVN networks"), new Label(d.span(), "for instances"))));
        }
    }

    private static Diagnostic error(String message, Label... labels) {
        return Diagnostic.error("MC0498", message, labels)
                .why("DHCP and the routers would assign the same address twice; the server refuses it")
                .fix("give DHCP other addresses: dhcp { ranges = […] }, or switch it off: dhcp = false");
    }

    private static boolean hasDhcp(NetworkView bridge, Family family) {
        String said = ListSettings.word(bridge.declaration(), FamilyBlocks.path(family, "dhcp"));
        return family == Family.IPV4 ? !said.equals("false") : said.equals("stateful");
    }

    private static List<Value.Range> ranges(NetworkView bridge, Family family, String key) {
        return ListSettings.of(bridge.declaration(), FamilyBlocks.path(family, key), Value.Range.class);
    }
}
