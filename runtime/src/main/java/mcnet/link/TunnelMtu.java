package mcnet.link;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;
import mcnet.ovn.Ovn;
import mcnet.plan.Change;
import mcnet.plan.Difference;

/** How much room the tunnels have on the links that carry them, as the members' interfaces are. */
public final class TunnelMtu {
    /** Outer Ethernet, IP, UDP and Geneve headers ({@code lxd/network/driver_ovn.go getOptimalBridgeMTU}). */
    private static final int OVERHEAD = 58;
    private static final int OVERHEAD6 = 78;
    private static final int ETHERNET = 1500;
    private static final String ENCAP_IP = "ovn-encap-ip";

    private TunnelMtu() {}

    /**
     * Whether tunnels are to end at an address for the first time: until then LXD makes no network
     * ({@code lxd/network/driver_ovn.go getUnderlayInfo}).
     */
    public static boolean begin(PlanningContext now) {
        return next(now).isPresent() && current(now).isEmpty();
    }

    /**
     * The MTU that LXD would work out for a new network once the underlay has moved, where it would work out another one
     * now: it looks at the member that makes the network ({@code getOptimalBridgeMTU}).
     */
    public static OptionalInt mtuAfterMove(PlanningContext now) {
        Optional<Link> next = next(now);
        Optional<Link> current = current(now);
        if (next.isEmpty() || current.isEmpty()) return OptionalInt.empty();
        int after = optimum(next.get(), desired(now.lead(), now).orElseThrow());
        return after == optimum(current.get(), held(now.lead(), now)) ? OptionalInt.empty() : OptionalInt.of(after);
    }

    private static Optional<Link> next(PlanningContext now) {
        return desired(now.lead(), now).flatMap(a -> holding(now.lead(), a, now));
    }

    private static Optional<Link> current(PlanningContext now) {
        return holding(now.lead(), held(now.lead(), now), now);
    }

    private static int optimum(Link link, String end) {
        int overhead = isIpv6(end) ? OVERHEAD6 : OVERHEAD;
        return link.mtu() >= ETHERNET + overhead ? ETHERNET : ETHERNET - overhead;
    }

    /** A network whose packets do not fit into the tunnels, where the file does not promise the underlay's MTU. */
    public static List<Diagnostic> tooSmall(Change network, PlanningContext now) {
        if (now.program().ofKind(KindName.UNDERLAY).anyMatch(u -> u.has("mtu"))) return List.of();
        Difference mtu = network.of("mtu").getFirst();
        if (!mtu.after().matches("\\d{1,9}")) return List.of();
        List<Diagnostic> wrong = new ArrayList<>();
        for (String member : now.members()) {
            String end = desired(member, now).orElse(held(member, now));
            int overhead = isIpv6(end) ? OVERHEAD6 : OVERHEAD;
            holding(member, end, now).filter(l -> wrong.isEmpty() && Integer.parseInt(mtu.after()) > l.mtu() - overhead)
                    .ifPresent(l -> wrong.add(Diagnostic
                            .error("MC0758", "packets of " + network.id() + " do not fit into the tunnels on " + member,
                                    new Label(mtu.span(), "at most " + (l.mtu() - overhead)))
                            .why(l.name() + " on " + member + " has an MTU of " + l.mtu() + ", less " + overhead
                                    + " bytes for the tunnel; larger packets are lost between members")
                            .fix("write mtu = " + (l.mtu() - overhead) + " or less, or raise the MTU of " + l.name()
                                    + " on every member")));
        }
        return wrong;
    }

    private static String held(String member, PlanningContext now) {
        return Ovn.externalIds(now.seen(), member).getOrDefault(ENCAP_IP, "");
    }

    /** The end that the file declares. */
    private static Optional<String> desired(String member, PlanningContext now) {
        Optional<Declaration> underlay = now.program().ofKind(KindName.UNDERLAY).findFirst();
        return underlay.flatMap(u -> u.setting("address", member)
                .or(() -> now.cluster().member(member).flatMap(m -> m.underlay()))).map(Setting::value)
                .map(v -> v.text());
    }

    private static Optional<Link> holding(String member, String address, PlanningContext now) {
        return Link.of(now.seen(), member).stream().filter(l -> l.addresses().contains(address)).findFirst();
    }

    private static boolean isIpv6(String address) {
        IPAddress parsed = Ip.read(address);
        return parsed != null && parsed.isIPv6();
    }
}
