package mcnet.preseed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.model.Setting;
import mcnet.model.Value;

/**
 * A program as a preseed, as far as MicroCloud's initialisation can make it.
 *
 * @param text the preseed; empty where there is none
 * @param diagnostics what is missing for a preseed, and what has no place in one
 */
public record PreseedExport(String text, List<Diagnostic> diagnostics) {
    /** MicroCloud 2 and 3 read the same. */
    public static final int LATEST = 3;

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES).build());

    public PreseedExport {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * @param cluster one of the program's, with its members
     * @param version of MicroCloud: 1, 2 or 3
     */
    public static PreseedExport of(Program program, Declaration cluster, int version) {
        List<Diagnostic> found = new ArrayList<>();
        List<Declaration> uplinks = program.ofKind(KindName.UPLINK).toList();
        Optional<Declaration> uplink = uplinks.stream().filter(u -> u.name().equals(PreseedItems.UPLINK)).findFirst();
        if (uplink.isEmpty() && !uplinks.isEmpty())
            found.add(Diagnostic
                    .error("MC0641",
                            "the uplink of a MicroCloud must be named UPLINK, not " + uplinks.getFirst().name(),
                            new Label(uplinks.getFirst().span(), ""))
                    .why("MicroCloud creates one uplink, and its name cannot be changed")
                    .fix("rename it to UPLINK, also where it is used"));
        ObjectNode root = YAML.createObjectNode();
        finding(root, cluster, version, found);
        complete(program, uplink, found);
        systems(root.putArray("systems"), program, cluster, uplink, version);
        uplink.ifPresent(u -> ovn(root.putObject("ovn"), u, version));
        if (found.stream().anyMatch(Diagnostic::isError)) return new PreseedExport("", found);
        found.addAll(UnsupportedSettings.of(program, uplink, version));
        return new PreseedExport(comment(root, version) + written(root), found);
    }

    /** What MicroCloud refuses an uplink without ({@code cmd/microcloud/preseed.go validate}). */
    private static void complete(Program program, Optional<Declaration> uplink, List<Diagnostic> found) {
        Optional<Declaration> existing = program.existing(KindName.UPLINK).findFirst();
        if (uplink.isEmpty() && existing.isPresent())
            found.add(Diagnostic
                    .error("MC0648", existing.get().title() + " is declared as existing, but a preseed must"
                            + " create it",
                            new Label(existing.get().span(), ""))
                    .why("without an uplink MicroCloud sets up no OVN, and creates a fan network instead")
                    .fix("declare it: uplink " + PreseedItems.UPLINK
                            + " { nic = …  ipv4 { gateway = …  ranges = […] } }"));
        if (uplink.isEmpty()) return;
        boolean four = uplink.get().has("ipv4.gateway");
        boolean six = uplink.get().has("ipv6.gateway");
        if (four ? uplink.get().has("ipv4.ranges") : six) return;
        found.add(Diagnostic.error("MC0647",
                uplink.get().title() + (four ? " has an IPv4 gateway but no ranges" : " has no gateway"),
                new Label(uplink.get().span(), ""))
                .why(four
                        ? "routers get their addresses from the range; MicroCloud refuses a gateway without a range"
                        : "MicroCloud refuses it: Either the IPv4 or IPv6 gateway has to be set on the uplink network")
                .fix(four
                        ? "write in its ipv4: ranges = [FIRST-LAST]"
                        : "write in it: ipv4 { gateway = …  ranges = […] }, or ipv6 { gateway = … }"));
    }

    /** How the systems find each other: by their addresses where all have one, else in the cluster's subnet. */
    private static void finding(ObjectNode root, Declaration cluster, int version, List<Diagnostic> found) {
        List<Declaration> members = cluster.nested(KindName.MEMBER).toList();
        Optional<Setting> subnet = cluster.setting("subnet");
        Optional<Declaration> without = members.stream().filter(m -> address(m).isEmpty()).findFirst();
        if (version > 1 && without.isEmpty() && !members.isEmpty())
            root.put("initiator_address", address(members.getFirst()).get());
        else if (subnet.isPresent() && members.stream().allMatch(m -> version == 1 || address(m).isEmpty())) {
            if (version > 1) root.put("initiator", members.getFirst().name());
            root.put("lookup_subnet", subnet.get().value().text());
        } else
            found.add(Diagnostic.error("MC0640", "MicroCloud cannot find the members: no address and no subnet",
                    new Label(without.map(Declaration::span).orElse(cluster.span()),
                            version == 1 ? "" : "no address, in numbers"))
                    .why("a preseed needs an address for each member, or a subnet in which MicroCloud looks up"
                            + " all of them")
                    .fix(version == 1
                            ? "add subnet = … to " + cluster.title()
                            : "add address = … to every member, or remove all and add subnet = … to "
                                    + cluster.title()));
    }

    private static Optional<String> address(Declaration member) {
        return member.setting("address").map(Setting::value).filter(Value.Address.class::isInstance).map(Value::text);
    }

    private static void systems(ArrayNode systems, Program program, Declaration cluster, Optional<Declaration> uplink,
            int version) {
        for (Declaration member : cluster.nested(KindName.MEMBER).toList()) {
            ObjectNode system = systems.addObject().put("name", member.name());
            if (version > 1) address(member).ifPresent(a -> system.put("address", a));
            uplink.flatMap(u -> u.setting("nic", member.name()))
                    .ifPresent(n -> system.put("ovn_uplink_interface", n.value().text()));
            if (version > 1) tunnel(program, member).ifPresent(t -> system.put("ovn_underlay_ip", t));
        }
    }

    /** A member says it itself, or an underlay says it for the member. */
    private static Optional<String> tunnel(Program program, Declaration member) {
        return member.setting("underlay").or(() -> program.ofKind(KindName.UNDERLAY)
                .flatMap(u -> u.setting("address", member.name()).stream()).findFirst()).map(s -> s.value().text());
    }

    private static void ovn(ObjectNode ovn, Declaration uplink, int version) {
        uplink.setting("ipv4.gateway").ifPresent(g -> ovn.put("ipv4_gateway", g.value().text()));
        uplink.setting("ipv4.ranges").filter(r -> r.value() instanceof Value.Many m && !m.values().isEmpty())
                .ifPresent(r -> ovn.put("ipv4_range", ((Value.Many) r.value()).values().getFirst().text()));
        uplink.setting("ipv6.gateway").ifPresent(g -> ovn.put("ipv6_gateway", g.value().text()));
        if (version > 1) uplink.setting("dns").ifPresent(d -> ovn.put("dns_servers", d.value().text()));
    }

    private static String comment(ObjectNode root, int version) {
        if (version == 1)
            return """
                    # For microcloud init --preseed on one of the systems, whose address lookup_subnet begins with.
                    # Disks are yours to add.
                    """;
        boolean several = root.get("systems").size() > 1;
        return "# For microcloud preseed on every system. Add the disks yourself"
                + (several ? ", and\n# session_passphrase, a secret that the systems share" : "") + ".\n"
                + (several && root.has("initiator_address")
                        ? "# Start it on " + root.get("systems").get(0).get("name").asText()
                                + " first: on the other systems the command ends at once if the initiator is"
                                + " not waiting yet.\n"
                        : "")
                + (root.has("ovn")
                        ? ""
                        : "# It has no uplink: MicroCloud then creates the fan network lxdfan0 instead of OVN.\n");
    }

    private static String written(ObjectNode root) {
        try {
            return YAML.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
