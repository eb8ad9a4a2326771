package mcnet.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.model.Value;

/** What a program says and a preseed cannot. What is only looked at and never set is not missed. */
final class UnsupportedSettings {
    private static final Set<String> LOOKED_AT = Set.of(KindName.CLUSTER, KindName.UNDERLAY);
    private static final Set<String> OF_UPLINK = Set.of("nic", "ipv4", "ipv4.gateway", "ipv4.ranges", "ipv6",
            "ipv6.gateway", "dns");
    private static final Set<String> OF_NETWORK = Set.of("uplink", "ipv4", "ipv6");
    private static final int SHOWN = 4;

    private record Thing(String title, Span span) {}

    private UnsupportedSettings() {}

    static List<Diagnostic> of(Program program, Optional<Declaration> uplink, int version) {
        List<Thing> things = new ArrayList<>();
        for (Declaration each : program.declarations())
            if (uplink.isPresent() && each == uplink.get())
                ofUplink(each, version, things);
            else if (isDefault(each))
                ofNetwork(each, things);
            else if (isDefaultProfile(each)) ofProfile(each, things);
            else if (!LOOKED_AT.contains(each.kind().name()))
                things.add(new Thing(each.title(), each.span()));
        program.flows().forEach(f -> things.add(new Thing("a flow", f.span())));
        if (version == 1) tunnels(program, things);
        List<Diagnostic> found = new ArrayList<>();
        if (uplink.isPresent()) families(program).ifPresent(found::add);
        if (things.isEmpty()) return found;
        List<String> titles = things.stream().map(Thing::title).toList();
        String named = String.join(", ", titles.subList(0, Math.min(SHOWN, titles.size())))
                + (titles.size() > SHOWN ? " and " + (titles.size() - SHOWN) + " more" : "");
        found.add(Diagnostic.warning("MC0642", "a preseed cannot contain " + named,
                things.stream().limit(SHOWN).map(t -> new Label(t.span(), "")).toArray(Label[]::new))
                .why("MicroCloud's initialisation creates one uplink and one network behind it, with few attributes")
                .fix("run mcnet apply with this file when MicroCloud is ready"));
        return found;
    }

    /** MicroCloud makes network default in any case, and LXD gives it both families. */
    private static Optional<Diagnostic> families(Program program) {
        if (program.existing(KindName.NETWORK).anyMatch(n -> n.name().equals(PreseedItems.NETWORK)))
            return Optional.empty();
        Optional<Declaration> network = program.find(KindName.NETWORK, PreseedItems.NETWORK);
        List<String> missing = Stream.of("ipv4", "ipv6")
                .filter(ip -> network.flatMap(n -> n.setting(ip + ".address"))
                        .filter(s -> !s.value().text().equals("none")).isEmpty())
                .toList();
        if (missing.isEmpty()) return Optional.empty();
        String families = String.join(" and ", missing);
        String what = network.isEmpty()
                ? "MicroCloud creates network default, but the file does not declare it"
                : "MicroCloud creates network default with both families, but the file does not have " + families;
        return Optional.of(Diagnostic.warning("MC0649", what, network.map(n -> new Label[]{new Label(n.span(), "")})
                .orElse(new Label[0]))
                .why("it always creates this network behind UPLINK, with addresses of both families that LXD chooses")
                .fix(network.isEmpty()
                        ? "declare it: existing network default"
                        : "run mcnet apply with this file when MicroCloud is ready, which"
                                + " removes " + families + "; or write it: " + missing.getFirst() + " { address"
                                + " = auto  nat = true }"));
    }

    private static boolean isDefaultProfile(Declaration each) {
        return each.kind().name().equals(KindName.PROFILE) && each.name().equals(PreseedItems.PROFILE)
                && each.inside().project().isEmpty();
    }

    /** It has one NIC, on network default. */
    private static void ofProfile(Declaration profile, List<Thing> things) {
        profile.settings().values().forEach(s -> things.add(new Thing(s.path() + " of profile default", s.span())));
        for (Declaration nic : profile.nested()) {
            boolean own = nic.name().equals(PreseedItems.NIC) && nic.settings().size() == 1
                    && nic.setting("network").filter(n -> n.value().text().equals(PreseedItems.NETWORK)).isPresent();
            if (!own) things.add(new Thing(nic.title() + " of profile default", nic.span()));
        }
    }

    /** MicroCloud writes the same itself. */
    private static boolean isMicroClouds(Setting setting, String description) {
        return setting.path().equals("description") && setting.value().text().equals(description);
    }

    private static boolean isDefault(Declaration each) {
        return each.kind().name().equals(KindName.NETWORK) && each.name().equals(PreseedItems.NETWORK);
    }

    private static void ofUplink(Declaration uplink, int version, List<Thing> things) {
        for (Setting setting : uplink.settings().values())
            if (isMicroClouds(setting, PreseedItems.OF_UPLINK)) continue;
            else if (!OF_UPLINK.contains(setting.path()) || version == 1 && setting.path().equals("dns"))
                things.add(new Thing(setting.path() + " of UPLINK", setting.span()));
            else if (setting.path().equals("ipv4.ranges") && setting.value() instanceof Value.Many ranges
                    && ranges.values().size() > 1)
                things.add(new Thing("more than one of ipv4.ranges of UPLINK", setting.span()));
        inside(uplink, things);
    }

    /** LXD chooses the addresses of MicroCloud's network and hides them behind its router. */
    private static void ofNetwork(Declaration network, List<Thing> things) {
        for (Setting setting : network.settings().values()) {
            String value = setting.value().text();
            boolean chosen = setting.path().endsWith(".address") && value.equals("auto")
                    || setting.path().endsWith(".nat") && value.equals("true");
            boolean given = isMicroClouds(setting, PreseedItems.OF_NETWORK);
            if (!OF_NETWORK.contains(setting.path()) && !chosen && !given)
                things.add(new Thing(setting.path() + " of network default", setting.span()));
        }
        inside(network, things);
    }

    private static void inside(Declaration outer, List<Thing> things) {
        outer.nested().forEach(n -> things.add(new Thing(n.title(), n.span())));
    }

    private static void tunnels(Program program, List<Thing> things) {
        program.ofKind(KindName.CLUSTER).flatMap(c -> c.nested(KindName.MEMBER))
                .flatMap(m -> m.setting("underlay").stream())
                .findFirst().ifPresent(s -> things.add(new Thing("addresses of tunnels in version 1", s.span())));
    }
}
