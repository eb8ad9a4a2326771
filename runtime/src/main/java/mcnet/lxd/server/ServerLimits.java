package mcnet.lxd.server;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.module.PlanningContext;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.product.FirstReleases;
import mcnet.product.Server;
import mcnet.product.ServerFacts;

/**
 * What the servers of this cluster do not take, though others do ({@link ServerFacts}). Only what is about to be sent is
 * looked at: what a server holds it has taken.
 */
public final class ServerLimits {
    private static final String ADDRESS = "ipv6.address";
    private static final String DHCP = "ipv6.dhcp";
    private static final String UPLINK = "uplink";
    private static final String WITHOUT_UPLINK = "network_ovn_isolated";

    private ServerLimits() {}

    /** Of a network: its IPv6 length, its MTU, and whether it can be without an uplink. */
    public static List<Diagnostic> network(Change change, PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        if (sends(change, ADDRESS) || sends(change, DHCP))
            length(change.desired().orElseThrow(), now).ifPresent(wrong::add);
        wrong.addAll(bridge(change, now));
        if (sends(change, UPLINK) && change.desired().orElseThrow().value(UPLINK).filter(LxdNetworks.ISOLATED::equals)
                .isPresent())
            isolated(change.desired().get(), now).ifPresent(wrong::add);
        return wrong;
    }

    /** Of a bridge: its MTU. */
    public static List<Diagnostic> bridge(Change change, PlanningContext now) {
        return sends(change, "mtu") ? mtu(change.desired().orElseThrow(), now).stream().toList() : List.of();
    }

    /** Of a fan: the kind of its tunnels. */
    public static List<Diagnostic> fan(Change change, PlanningContext now) {
        DesiredValue said = change.desired().map(d -> d.values().get(Field.of("type"))).orElse(null);
        if (said == null || !sends(change, "type")) return List.of();
        return first(now, facts -> !facts.choosesFanTunnels(), server -> Diagnostic
                .error("MC0787", server.title() + " does not accept a type of tunnels for a fan",
                        new Label(said.span(), ""))
                .why("since LXD 6.8 the tunnels are always of VXLAN, and the server refuses the key fan.type")
                .fix("remove the line")).stream().toList();
    }

    /** Of an ACL: its name. */
    public static List<Diagnostic> acl(Change change, PlanningContext now) {
        String name = change.id().name();
        if (!Character.isDigit(name.charAt(0))) return List.of();
        return first(now, facts -> !facts.digitsBeginAcls(), server -> Diagnostic
                .error("MC0768", server.title() + " does not accept an ACL whose name begins with a digit",
                        new Label(change.desired().orElseThrow().declaration().span(), ""))
                .why("its error is: Name must not start with a number")
                .fix("choose another name, or upgrade the server on all members")).stream().toList();
    }

    private static boolean sends(Change change, String attribute) {
        return change.desired().isPresent() && !change.of(attribute).isEmpty();
    }

    private static Optional<Diagnostic> isolated(DesiredResource desired, PlanningContext now) {
        return Servers.all(now).stream().filter(server -> server.lacks(WITHOUT_UPLINK)).findFirst()
                .map(server -> Diagnostic
                        .error("MC0740", server.member() + " does not support a network without an uplink",
                                new Label(desired.values().get(Field.of(UPLINK)).span(), ""))
                        .why("it needs the API extension " + WITHOUT_UPLINK + ", which version " + server.version()
                                + " does not have")
                        .fix(FirstReleases.remedy(WITHOUT_UPLINK, server.product())));
    }

    private static Optional<Diagnostic> length(DesiredResource desired, PlanningContext now) {
        DesiredValue said = desired.values().get(Field.of(ADDRESS));
        IPAddress address = said == null ? null : Ip.read(said.value());
        if (address == null || address.getPrefixLength() == null) return Optional.empty();
        int length = address.getPrefixLength();
        boolean stateless = desired.value(DHCP).orElse("true").equals("true");
        return first(now, facts -> !facts.ipv6().takes(length, stateless), server -> {
            ServerFacts.Ipv6Lengths taken = ServerFacts.of(server).ipv6();
            boolean stateful = length > 64 && taken.takes(length, false);
            return Diagnostic
                    .error("MC0766", server.title() + " does not accept an IPv6 network of /" + length
                            + (stateful ? " with stateless DHCP" : ""), new Label(said.span(), ""))
                    .why(server.member() + " would refuse it: " + taken.refusal())
                    .fix("write " + address.withoutPrefixLength().toCanonicalString() + "/64"
                            + (stateful ? ", or ipv6 { dhcp = stateful }" : ", which every server accepts"));
        });
    }

    private static Optional<Diagnostic> mtu(DesiredResource desired, PlanningContext now) {
        DesiredValue said = desired.values().get(Field.of("mtu"));
        if (said == null) return Optional.empty();
        int mtu = Integer.parseInt(said.value());
        return first(now, facts -> mtu < facts.smallestMtu(), server -> Diagnostic
                .error("MC0767", server.title() + " does not accept an MTU below "
                        + ServerFacts.of(server).smallestMtu(), new Label(said.span(), ""))
                .why(server.member() + " would say: Out of MTU range (" + ServerFacts.of(server).smallestMtu()
                        + "-16384)")
                .fix("write " + ServerFacts.of(server).smallestMtu() + " or more"));
    }

    private static Optional<Diagnostic> first(PlanningContext now, Predicate<ServerFacts> refuses,
            Function<Server, Diagnostic> error) {
        return Servers.all(now).stream().filter(server -> !server.version().isEmpty())
                .filter(server -> refuses.test(ServerFacts.of(server))).findFirst().map(error);
    }
}
