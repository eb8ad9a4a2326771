package mcnet.planner.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;

/** What the file says of the servers' own settings: looked at, never set. */
public final class ServerSettings {
    private static final String ASN = "core.bgp_asn";
    private static final String SPEAKS = "core.bgp_address";
    private static final String ROUTER_ID = "core.bgp_routerid";
    private static final Map<String, String> OF_MEMBERS = Map.of("dns.address", "core.dns_address", "bgp.address",
            SPEAKS, "bgp.router_id", ROUTER_ID);

    private final PlanningContext now;

    private ServerSettings(PlanningContext now) {
        this.now = now;
    }

    /** Where the program has nothing that they are for, as when all of it is to go, they are not looked at. */
    public static List<Diagnostic> check(PlanningContext now) {
        if (Stream.of(KindName.ZONE, KindName.UPLINK).noneMatch(kind -> now.program().all(kind).findAny().isPresent()))
            return List.of();
        ServerSettings settings = new ServerSettings(now);
        List<Diagnostic> found = new ArrayList<>();
        now.program().all(KindName.CLUSTER).forEach(cluster -> cluster.setting("bgp.asn")
                .flatMap(said -> settings.other(now.lead(), ASN, said, "")).ifPresent(found::add));
        now.program().all(KindName.MEMBER).filter(member -> now.members().contains(member.name()))
                .forEach(member -> member.settings().values().stream()
                        .filter(said -> OF_MEMBERS.containsKey(said.path()))
                        .flatMap(said -> settings.other(member.name(), OF_MEMBERS.get(said.path()), said,
                                " --target " + member.name()).stream())
                        .forEach(found::add));
        settings.silent().ifPresent(found::add);
        return found;
    }

    /** What the file says of a member's settings, as the server's config would hold it. */
    public static ObjectNode declared(PlanningContext now, String member) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        now.program().all(KindName.CLUSTER).forEach(
                cluster -> cluster.setting("bgp.asn").ifPresent(said -> config.put(ASN, said.value().text())));
        now.program().all(KindName.MEMBER).filter(m -> m.name().equals(member))
                .flatMap(m -> m.settings().values().stream())
                .filter(said -> OF_MEMBERS.containsKey(said.path()))
                .forEach(said -> config.put(OF_MEMBERS.get(said.path()), said.value().text()));
        return config;
    }

    private Optional<Diagnostic> other(String member, String key, Setting said, String target) {
        String desired = said.value().text();
        String held = held(member, key);
        if (held.equals(desired)) return Optional.empty();
        return Optional.of(Diagnostic
                .error("MC0747", key + " is not " + desired + " on " + member, new Label(said.span(), ""))
                .why((held.isEmpty() ? "it is not set" : "it is \"" + held + "\"")
                        + " there; it is a setting of the server, which mcnet reads but does not change")
                .fix("run: lxc config set " + key + " " + desired + target));
    }

    /**
     * The server takes a neighbor, and talks to it only where it has a number, an address to listen at and an identifier
     * ({@code lxd/daemon.go init}, {@code lxd/bgp/server.go reconfigure}).
     */
    private Optional<Diagnostic> silent() {
        Optional<Declaration> neighbor = now.program().all(KindName.UPLINK).flatMap(u -> u.nested(KindName.NEIGHBOR))
                .findFirst();
        List<String> silent = now.members().stream()
                .filter(m -> Stream.of(ASN, SPEAKS, ROUTER_ID).anyMatch(k -> held(m, k).isEmpty()))
                .toList();
        if (neighbor.isEmpty() || silent.isEmpty()) return Optional.empty();
        return Optional.of(Diagnostic
                .warning("MC0748", "no BGP session"
                        + " to " + neighbor.get().title() + " from " + String.join(", ", silent),
                        new Label(neighbor.get().span(), ""))
                .why("a server starts BGP only if it has " + ASN + " and, on each"
                        + " member, " + SPEAKS + " and " + ROUTER_ID)
                .fix(Stream.concat(
                        held(now.lead(), ASN).isEmpty() ? Stream.of("lxc config set " + ASN + " NUMBER") : Stream.of(),
                        silent.stream().flatMap(m -> Stream.of(SPEAKS + " :179", ROUTER_ID + " IPV4-ADDRESS")
                                .filter(set -> held(m, set.substring(0, set.indexOf(' '))).isEmpty())
                                .map(set -> "lxc config set " + set + " --target " + m)))
                        .collect(Collectors.joining("; ", "run: ", ""))));
    }

    private String held(String member, String key) {
        return now.seen().member(member, "/1.0").value().path("config").path(key).asText();
    }
}
