package mcnet.check.rule.nic;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Fixed addresses of NICs: in their network, nobody else's, given out by DHCP
 * ({@code lxd/device/nic_ovn.go validateConfig, checkAddressConflict}).
 */
public final class NicAddresses implements Rule {
    private static final String ADDRESS = "address";

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, Setting> taken = new HashMap<>();
        facts.program().each(owner -> owner.nested(KindName.NIC).forEach(nic -> {
            Optional<NetworkView> network = facts.network(ListSettings.word(nic, "network"), owner.inside().networks());
            if (network.isEmpty()) return;
            fixed(nic).forEach(said -> usable(said, network.get(), facts, report));
            needsIpv4(nic, report);
            if (!owner.kind().name().equals(KindName.INSTANCE)) return;
            Stream.concat(fixed(nic).stream(), nic.setting("mac").stream())
                    .forEach(said -> once(said, network.get(), taken, report));
        }));
    }

    /** Its addresses, said short or in the block of their family. */
    private static List<Setting> fixed(Declaration nic) {
        List<Setting> fixed = new ArrayList<>();
        for (String path : List.of(ADDRESS, "ipv4.address", "ipv6.address"))
            nic.setting(path).filter(s -> s.value() instanceof Value.Address).ifPresent(fixed::add);
        return fixed;
    }

    private static IPAddress address(Setting said) {
        return ((Value.Address) said.value()).address();
    }

    private static Family family(Setting said) {
        return address(said).isIPv4() ? Family.IPV4 : Family.IPV6;
    }

    private static void usable(Setting said, NetworkView network, ProgramView facts, Consumer<Diagnostic> report) {
        Family family = family(said);
        dhcp(said, network, facts, report);
        Optional<Value.Interface> router = network.address(family);
        if (router.isEmpty()) return;
        IPAddress address = address(said);
        IPAddress subnet = router.get().subnet();
        String is = !AddressSpace.of(subnet).contains(address)
                ? "outside of " + network.title()
                : address.equals(router.get().host())
                        ? "the router's own address"
                        : AddressSpace.isBroadcast(address, AddressSpace.of(subnet))
                                ? "the broadcast address of " + network.title()
                                : "";
        if (!is.isEmpty())
            report.accept(Diagnostic.error("MC0392", said.value().text() + " is " + is,
                    new Label(said.value().span(), ""), new Label(router.get().span(), "the network"))
                    .why("a NIC needs an unused address of its network")
                    .fix("write another address of " + subnet.toCanonicalString()));
    }

    private static void dhcp(Setting said, NetworkView network, ProgramView facts, Consumer<Diagnostic> report) {
        Family family = family(said);
        String path = FamilyBlocks.path(family, "dhcp");
        if (facts.invalidParts().about(network.declaration(), path)) return;
        String dhcp = ListSettings.word(network.declaration(), path);
        boolean given = family == Family.IPV4 ? !dhcp.equals("false") : dhcp.equals("stateful");
        if (given
                && (network.has(family)
                        || facts.invalidParts().about(network.declaration(), FamilyBlocks.path(family, ADDRESS))))
            return;
        report.accept(notFixed(said,
                network.title() + " cannot assign a fixed " + FamilyBlocks.name(family) + " address",
                "a NIC gets its address by DHCP" + (family == Family.IPV4 ? "" : ", and IPv6 only by stateful DHCP"),
                !network.has(family)
                        ? "give the network " + FamilyBlocks.name(family) + ", or remove the address"
                        : family == Family.IPV4
                                ? "remove dhcp = false from " + network.title()
                                : "write in " + network.title() + ": ipv6 { dhcp = stateful }"));
    }

    private static void needsIpv4(Declaration nic, Consumer<Diagnostic> report) {
        List<Setting> fixed = fixed(nic);
        if (fixed.stream().noneMatch(s -> address(s).isIPv4()))
            fixed.stream().findFirst().ifPresent(six -> report.accept(notFixed(six,
                    "a fixed IPv6 address needs a fixed IPv4 address in the same NIC",
                    "LXD from 5.0.3 on refuses ipv6.address of a NIC where ipv4.address is not set",
                    "add the NIC's IPv4 address: ipv4 { address = … }")));
    }

    private static Diagnostic notFixed(Setting said, String what, String why, String fix) {
        return Diagnostic.error("MC0393", what, new Label(said.value().span(), "")).why(why).fix(fix);
    }

    private static void once(Setting said, NetworkView network, Map<String, Setting> taken,
            Consumer<Diagnostic> report) {
        Setting other = taken.putIfAbsent(network.reference("") + " " + said.value().text(), said);
        if (other != null)
            report.accept(Diagnostic
                    .error("MC0395", "duplicate address " + said.value().text() + " on two NICs"
                            + " of " + network.title(),
                            new Label(said.value().span(), ""), new Label(other.value().span(), "and here"))
                    .why("the server refuses a NIC whose address another NIC of the network has")
                    .fix("write another address"));
    }
}
