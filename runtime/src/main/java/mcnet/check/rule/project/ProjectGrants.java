package mcnet.check.rule.project;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.rule.forward.ListenAddresses;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * What the networks of a project use is granted to it: the uplink, their number, and the addresses outside
 * ({@code lxd/network/driver_ovn.go projectRestrictedSubnets, allowedUplinkNetworks}, {@code lxd/project/limits}).
 */
public final class ProjectGrants implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().ofKind(KindName.PROJECT).forEach(project -> {
            number(project, report);
            if (isRestricted(project))
                facts.networks().stream().filter(n -> n.project().equals(project.name()))
                        .forEach(n -> network(project, n, facts, report));
        });
    }

    /** LXD looks at its grants only where something restricts it. */
    private static boolean isRestricted(Declaration project) {
        boolean domains = project.setting("zones").filter(s -> !(s.value() instanceof Value.Word)).isPresent();
        return domains || project.has("access") || project.nested(KindName.GRANT).findAny().isPresent();
    }

    private static void number(Declaration project, Consumer<Diagnostic> report) {
        List<Declaration> networks = project.nested(KindName.NETWORK).toList();
        project.nested(KindName.LIMITS).flatMap(l -> l.setting("networks").stream())
                .filter(said -> said.value() instanceof Value.Whole(long most, Span _) && networks.size() > most)
                .forEach(said -> report.accept(Diagnostic
                        .error("MC0389", project.title() + " has " + networks.size() + " networks, but its"
                                + " limit is " + said.value().text(), new Label(said.value().span(), "the limit"),
                                new Label(networks.getLast().span(), "one too many"))
                        .why("the server refuses networks above the project's limits.networks")
                        .fix("write networks = " + networks.size() + ", or remove a network")));
    }

    private static void network(Declaration project, NetworkView network, ProgramView facts,
            Consumer<Diagnostic> report) {
        String uplink = ListSettings.word(network.declaration(), "uplink");
        if (uplink.isEmpty() || network.isIsolated()) return;
        List<Declaration> grants = project.nested(KindName.GRANT).filter(g -> g.name().equals(uplink)).toList();
        if (grants.isEmpty()) {
            report.accept(Diagnostic
                    .error("MC0388", "uplink " + uplink + " is not granted to " + project.title(),
                            new Label(network.declaration().setting("uplink").orElseThrow().value().span(), ""),
                            new Label(project.span(), ""))
                    .why("a project with grants, access or domains is restricted, and can use only uplinks that"
                            + " are granted to it")
                    .fix("add to " + project.title() + ": grant " + uplink + " { }"));
            return;
        }
        if (project.nested(KindName.GRANT).allMatch(g -> subnets(g).isEmpty())) return;
        for (Family family : FamilyBlocks.BOTH) addresses(grants.getFirst(), network, family, report);
        network.listeners().forEach(listener -> ListenAddresses.address(listener).filter(a -> network
                .address(a.isIPv4() ? Family.IPV4 : Family.IPV6).filter(own -> AddressSpace.of(own).contains(a))
                .isEmpty())
                .ifPresent(a -> inGrant(grants.getFirst(), a, listener.title(), listener.span(), report)));
        facts.program().each(owner -> owner.nested(KindName.NIC).filter(nic -> facts
                .network(ListSettings.word(nic, "network"), owner.inside().project()).filter(network::equals)
                .isPresent())
                .forEach(nic -> Stream.of("ipv4.external", "ipv6.external")
                        .flatMap(path -> ListSettings.of(nic, path, Value.Subnet.class).stream())
                        .forEach(route -> inGrant(grants.getFirst(), route.subnet(),
                                route.text() + " of " + nic.title() + " of " + owner.title(), route.span(), report))));
    }

    private static void addresses(Declaration grant, NetworkView network, Family family, Consumer<Diagnostic> report) {
        if (!network.hidden(family))
            network.address(family).ifPresent(a -> inGrant(grant, a.subnet(), network.title() + " is routed, and",
                    a.span(), report));
        network.declaration().setting(FamilyBlocks.path(family, "nat.address")).map(Setting::value)
                .filter(Value.Address.class::isInstance).map(Value.Address.class::cast)
                .ifPresent(a -> inGrant(grant, a.address(), "the outgoing address of " + network.title(), a.span(),
                        report));
    }

    private static List<Value.Subnet> subnets(Declaration grant) {
        return Stream.of("ipv4.subnets", "ipv6.subnets")
                .flatMap(path -> ListSettings.of(grant, path, Value.Subnet.class).stream()).toList();
    }

    private static void inGrant(Declaration grant, IPAddress desired, String who, Span span,
            Consumer<Diagnostic> report) {
        if (subnets(grant).stream().anyMatch(s -> s.subnet().isIPv4() == desired.isIPv4()
                && AddressSpace.of(s).contains(AddressSpace.of(desired))))
            return;
        String text = desired.isPrefixed() ? desired.toCanonicalString() : desired + "/" + desired.getBitCount();
        report.accept(Diagnostic
                .error("MC0391", who + " is outside of the granted subnets", new Label(span, text),
                        new Label(grant.span(), "the grant"))
                .why("the server lets a project with granted subnets route and listen only there")
                .fix("add " + text + " to the subnets of grant " + grant.name() + ", or choose an address in them"));
    }
}
