package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.server.Servers;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;
import mcnet.product.ServerFacts;

/**
 * The addresses that networks' routers have on their uplink. Newer LXD looks at them at every change of a network, be it
 * of its mark alone: each family inside needs one ({@code lxd/network/driver_ovn.go Update}), and it must be in the
 * uplink's ranges, where it has any ({@code Validate}). A change of the uplink is not held against them.
 */
public final class RouterAddresses {
    private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

    private RouterAddresses() {}

    /** Whether some member's server refuses changes of a network with an address outside of the ranges. */
    public static boolean heldAgainstRanges(PlanningContext now) {
        return Servers.all(now).stream().map(ServerFacts::of).anyMatch(ServerFacts::holdsRoutersAgainstRanges);
    }

    private static boolean mustBeThere(PlanningContext now) {
        return Servers.all(now).stream().map(ServerFacts::of).anyMatch(ServerFacts::needsRouterAddresses);
    }

    /** Whether LXD lets a router have this address; where there are no ranges it looks at none. */
    public static boolean isIn(String ranges, String address) {
        IPAddress asked = Ip.read(address);
        List<IPAddressSeqRange> all = ranges(ranges);
        return asked == null || all.isEmpty() || all.stream().anyMatch(range -> range.contains(asked));
    }

    /** {@code 198.51.100.100-198.51.100.119,198.51.100.130}, as LXD reads it ({@code shared/network_ip.go ParseIPRanges}). */
    static List<IPAddressSeqRange> ranges(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(r -> !r.isEmpty()).map(r -> r.split("-", 2))
                .map(ends -> new IPAddress[]{address(ends[0]), address(ends[ends.length - 1])})
                .filter(ends -> ends[0] != null && ends[1] != null
                        && ends[0].getIPVersion() == ends[1].getIPVersion())
                .map(ends -> ends[0].spanWithRange(ends[1]))
                .toList();
    }

    private static IPAddress address(String text) {
        return Ip.read(text.strip());
    }

    /** What the server would refuse of a network's change, or would refuse for ever after its creation. */
    public static List<Diagnostic> refused(Change network, PlanningContext now) {
        if (network.action() == Action.REMOVE) return List.of();
        PlannedUplink uplink = new PlannedUplink(after(network, "uplink"), now);
        if (!uplink.known()) return List.of();
        return FAMILIES.stream().flatMap(family -> refused(network, family, uplink, now).stream()).toList();
    }

    private static Optional<Diagnostic> refused(Change network, String family, PlannedUplink uplink,
            PlanningContext now) {
        String inside = after(network, family + ".address");
        String outside = after(network, family + ".outside");
        boolean creation = network.action() == Action.CREATE;
        if (!outside.isEmpty())
            return heldAgainstRanges(now) && !uplink.allows(family, outside)
                    ? Optional.of(outOfRanges(network, family, outside, uplink))
                    : Optional.empty();
        boolean gets = creation && uplink.hasGateway(family);
        if (inside.isEmpty() || inside.equals("none") || gets || !mustBeThere(now)) return Optional.empty();
        return Optional.of(Diagnostic
                .error("MC0773", (creation ? "LXD would refuse every later change of " : "LXD refuses every change of ")
                        + network.id() + ": it has " + name(family) + " inside but no " + family + ".outside",
                        labels(network, ""))
                .why("LXD requires an address of the router on the uplink for each family of the network"
                        + (uplink.hasGateway(family)
                                ? ", and assigns one only when it creates the network"
                                : ", and uplink " + uplink.name() + " has no " + name(family) + " gateway"))
                .fix(uplink.hasGateway(family)
                        ? "write it: " + block(network.id(), family, uplink, 0)
                        : withoutGateway(network, family, uplink)));
    }

    /** One that is there gets no address by a gateway that comes later, so only the family can go. */
    private static String withoutGateway(Change network, String family, PlannedUplink uplink) {
        String none = "write " + family + " = none in the network";
        return network.action() == Action.CREATE
                ? none + ", or let uplink " + uplink.name() + " have " + family + " { gateway = … ranges = […]"
                        + " }, and write the router's address: " + block(network.id(), family, uplink, 0)
                : none + ", or run: " + setting(network.id(), family + ".address=none");
    }

    private static Diagnostic outOfRanges(Change network, String family, String outside, PlannedUplink uplink) {
        return Diagnostic
                .error("MC0773", "LXD refuses every change of " + network.id() + ": its address outside, " + outside
                        + ", is not in the ranges of uplink " + uplink.name(),
                        labels(network, "the ranges are " + uplink.ranges(family).replace(",", ", ")))
                .why("the ranges were changed after the router got its address, and LXD checks it at every"
                        + " change of the network, even if only mcnet's mark changes")
                .fix("move the router: " + block(network.id(), family, uplink, 0));
    }

    /** Networks whose routers a changed uplink would leave outside its ranges. */
    public static List<Diagnostic> strandedBy(Change uplink, PlanningContext now) {
        PlannedUplink planned = new PlannedUplink(uplink.id().name(), now);
        List<Diagnostic> stranded = new ArrayList<>();
        if (!heldAgainstRanges(now)) return stranded;
        for (String family : FAMILIES) {
            if (uplink.of(family + ".ranges").isEmpty()) continue;
            new UplinkNetworks(planned.name(), now).all().forEach((id, network) -> outside(id, network, family, now)
                    .filter(address -> !planned.allows(family, address))
                    .ifPresent(a -> stranded.add(stranded(uplink, id, family, a, planned, stranded.size(), now))));
        }
        return stranded;
    }

    /** As it will be; nothing where the network goes, or comes under another uplink. */
    static Optional<String> outside(ResourceId id, JsonNode network, String family, PlanningContext now) {
        Optional<Declaration> declared = UplinkNetworks.declaration(id, now);
        boolean ours = Mark.of(LxdConfig.of(network)).filter(m -> m.program().equals(now.program().name())).isPresent();
        if (declared.isEmpty() && ours) return Optional.empty();
        String uplink = PlannedUplink.config(network, "network");
        if (declared.flatMap(d -> d.setting("uplink")).filter(s -> !s.value().text().equals(uplink)).isPresent())
            return Optional.empty();
        return declared.flatMap(d -> d.setting(family + ".outside")).map(Setting::value).map(v -> v.text())
                .or(() -> Optional.of(PlannedUplink.config(network, "volatile.network." + family + ".address")))
                .filter(address -> !address.isEmpty());
    }

    private static Diagnostic stranded(Change uplink, ResourceId network, String family, String address,
            PlannedUplink planned, int others, PlanningContext now) {
        String why = "LXD accepts the ranges, and then refuses every change of a network whose router is"
                + " outside of them";
        Diagnostic error = Diagnostic.error("MC0772",
                "the new ranges of " + uplink.id() + " do not contain " + address + ", the outside address"
                        + " of " + network,
                labels(uplink, "changes " + family + ".ranges")).why(why);
        if (UplinkNetworks.declaration(network, now).isPresent())
            return error.fix("move its router in the same apply: " + block(network, family, planned, others));
        return error.fix("keep " + address + " in the ranges until it has moved: lxc network set "
                + ShellWords.quoted(network.name()) + " volatile.network." + family + ".address="
                + planned.free(family, others).orElse("ADDRESS")
                + (network.project().isEmpty() ? "" : " --project " + ShellWords.quoted(network.project())));
    }

    private static String setting(ResourceId network, String setting) {
        return "lxc network set " + (network.project().isEmpty()
                ? ""
                : "--project " + ShellWords.quoted(network.project()) + " ") + ShellWords.quoted(network.name()) + " "
                + setting;
    }

    private static String block(ResourceId network, String family, PlannedUplink uplink, int others) {
        return "network " + network.name() + " { " + family + " { outside = "
                + uplink.free(family, others).orElse("ADDRESS")
                + " } }";
    }

    /** What an attribute of a network is after its change. */
    private static String after(Change network, String attribute) {
        Field field = Field.of(attribute);
        return Stream.concat(
                network.differences().stream().filter(d -> d.changes() && d.field().equals(field))
                        .map(Difference::after),
                network.found().stream().map(found -> found.value(field))).findFirst().orElse("");
    }

    private static String name(String family) {
        return family.equals("ipv4") ? "IPv4" : "IPv6";
    }

    private static Label[] labels(Change change, String text) {
        return change.span() == null ? new Label[0] : new Label[]{new Label(change.span(), text)};
    }
}
