package mcnet.check.rule.name;

import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;

/**
 * No network is called like an uplink's interface: LXD takes the uplink for a user of that network and lets neither be
 * removed ({@code lxd/network/network_utils.go UsedBy}).
 */
public final class InterfaceNames implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.uplinks().stream().map(UplinkView::declaration).forEach(uplink -> nics(uplink, facts)
                .forEach(nic -> Stream.of(KindName.NETWORK, KindName.UPLINK).flatMap(facts.program()::ofKind)
                        .filter(d -> d.name().equals(nic.value().text()) && !d.name().equals(uplink.name()))
                        .forEach(d -> report.accept(error(d, uplink, nic)))));
    }

    /** One setting for each name. */
    private static Stream<Setting> nics(Declaration uplink, ProgramView facts) {
        Stream<Setting> onMembers = facts.members().stream().flatMap(m -> uplink.setting("nic", m.name()).stream());
        return Stream.concat(uplink.setting("nic").stream(), onMembers)
                .collect(
                        Collectors.toMap(nic -> nic.value().text(), Function.identity(), (one, _) -> one, TreeMap::new))
                .values().stream();
    }

    private static Diagnostic error(Declaration named, Declaration uplink, Setting nic) {
        return Diagnostic
                .error("MC0387", named.title() + " has the name of the interface of " + uplink.title(),
                        new Label(named.span(), ""), new Label(nic.value().span(), "this interface"))
                .why("the server would count " + uplink.title() + " as a user of " + named.title()
                        + ", and refuse to remove either of them")
                .fix("rename " + named.title());
    }
}
