package mcnet.lxd.nic;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.project.Projects;
import mcnet.lxd.traffic.SubjectAddresses;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;

/** What LXD would refuse of a NIC that is taken over or put back ({@code lxd/device/nic_ovn.go validateConfig}). */
public final class NicRestoration {
    private NicRestoration() {}

    /** Of an instance's or a profile's change. */
    public static List<Diagnostic> obstacles(Change change, PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        if (change.found().isEmpty()) return wrong;
        for (Difference d : change.differences())
            if (d.changes() && d.field().attribute().endsWith(".network") && !d.after().isEmpty()) {
                String nic = d.field().attribute().replaceFirst("\\.network$", "");
                if (d.span() == null) gone(nic, d, change, now).ifPresent(wrong::add);
                else
                    for (String family : List.of("ipv4", "ipv6"))
                        outside(nic, family, d, change, now).ifPresent(wrong::add);
            }
        return wrong;
    }

    /** The network that a NIC was on has gone meanwhile, or goes now. */
    private static Optional<Diagnostic> gone(String nic, Difference d, Change change, PlanningContext now) {
        String network = d.after();
        if (now.program().named(KindName.NETWORK, namespace(change, now), network).isPresent()
                || Stream.of(KindName.UPLINK, KindName.BRIDGE, KindName.FAN)
                        .anyMatch(kind -> now.program().named(kind, "", network).isPresent()))
            return Optional.empty();
        Set<String> projects = new LinkedHashSet<>(List.of(change.id().project(), ""));
        boolean stays = projects.stream()
                .flatMap(p -> LxdNetworks.seen(new ResourceId(KindName.NETWORK, p, "", network), now.seen()).stream())
                .anyMatch(n -> !isOurs(n, now));
        if (stays) return Optional.empty();
        return Optional.of(Diagnostic
                .error("MC0783", nic + " of " + change.id() + " cannot be put back on network " + network)
                .why("it existed when this program adopted the object, but the network no longer exists or is"
                        + " about to be removed")
                .fix("keep the NIC in the file, on a network that stays; or remove it yourself first: lxc "
                        + (change.id().kind().equals(KindName.PROFILE) ? "profile" : "config") + " device remove "
                        + ShellWords.quoted(change.id().name()) + " " + ShellWords.quoted(nic)
                        + (change.id().project().isEmpty()
                                ? ""
                                : " --project " + ShellWords.quoted(change.id().project()))));
    }

    private static String namespace(Change change, PlanningContext now) {
        return Projects.networksOf(change.id().project(), now);
    }

    private static boolean isOurs(JsonNode network, PlanningContext now) {
        return Mark.of(LxdConfig.of(network)).filter(m -> m.program().equals(now.program().name())).isPresent();
    }

    /** An address that the NIC has from before and that the file says nothing of. */
    private static Optional<Diagnostic> outside(String nic, String family, Difference d, Change change,
            PlanningContext now) {
        ObservedResource found = change.found().orElseThrow();
        Field field = Field.of(nic + "." + family + ".address");
        boolean said = change.differences().stream().anyMatch(o -> o.field().equals(field))
                || change.desired().filter(w -> w.values().containsKey(field)).isPresent();
        IPAddress kept = Ip.read(found.value(field));
        IPAddress network = new SubjectAddresses(now, namespace(change, now)).ofNetwork(d.after(), family).orElse(null);
        if (said || found.value(field).isEmpty() || kept == null || network == null
                || network.toPrefixBlock().contains(kept))
            return Optional.empty();
        return Optional.of(Diagnostic.error("MC0784", nic + " of " + change.id() + " has the fixed address " + kept
                + ", which is not in network " + d.after(), new Label(d.span(), ""))
                .why("the file moves the NIC to " + network.toPrefixBlock() + " without a new address; LXD refuses"
                        + " an address outside of the network")
                .fix("write an address of the network in the NIC: " + family + " { address = … }"));
    }
}
