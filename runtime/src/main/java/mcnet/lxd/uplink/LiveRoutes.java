package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * The routes of an uplink that others own, as the cluster has them. What listens outside of them is refused midway
 * ({@code lxd/network/driver_ovn.go validateExternalSubnet}: {@code Uplink network doesn't contain … in its routes}).
 * Those of a declared uplink are the file's own matter, and checked there.
 */
public final class LiveRoutes {
    private LiveRoutes() {}

    /**
     * @param listener something that listens at {@code address} for its network
     * @param family of the address, {@code ipv4}
     */
    public static List<Diagnostic> outside(DesiredResource listener, IPAddress address, String family,
            PlanningContext now) {
        Optional<String> name = uplink(listener.id(), now);
        if (name.isEmpty() || PlannedUplink.declared(name.get(), now).isPresent()) return List.of();
        Optional<JsonNode> uplink = LxdNetworks.seen(new ResourceId(KindName.UPLINK, name.get()), now.seen());
        if (uplink.isEmpty()) return List.of();
        String routes = uplink.get().path("config").path(family + ".routes").asText();
        if (holds(routes, address)) return List.of();
        return List.of(Diagnostic
                .error("MC0841", listener.id() + " is outside the routes of uplink " + name.get(),
                        new Label(listener.declaration().span(),
                                routes.isEmpty()
                                        ? name.get() + " has no " + family + ".routes"
                                        : "it routes " + routes))
                .why("the server accepts an address only if it is in the uplink's routes")
                .fix((routes.isEmpty() ? "" : "choose an address in them; or ")
                        + remedy(name.get(), family, routes, address + "/" + address.getBitCount(), now)));
    }

    /** A network without NAT that is to be made, or to lose its NAT, on an uplink of others that does not route it. */
    public static List<Diagnostic> routed(Change change, PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        Optional<DesiredResource> desired = change.desired();
        Optional<String> name = desired.flatMap(w -> w.value("uplink"));
        if (name.isEmpty() || PlannedUplink.declared(name.get(), now).isPresent()) return wrong;
        Optional<JsonNode> uplink = LxdNetworks.seen(new ResourceId(KindName.UPLINK, name.get()), now.seen());
        if (uplink.isEmpty() || !uplink.get().path("type").asText().equals("physical")) return wrong;
        for (String family : List.of("ipv4", "ipv6")) {
            IPAddress address = Ip.read(desired.get().value(family + ".address").orElse(""));
            boolean anew = change.action() == Action.CREATE
                    || !change.of(family + ".address").isEmpty() || !change.of(family + ".nat").isEmpty();
            if (address == null || address.getPrefixLength() == null || !anew
                    || LxdConfig.isTrue(desired.get().value(family + ".nat").orElse("")))
                continue;
            IPAddress inside = address.toPrefixBlock();
            String routes = uplink.get().path("config").path(family + ".routes").asText();
            if (holds(routes, inside)) continue;
            wrong.add(Diagnostic.error("MC0708",
                    change.id() + " has no NAT, and uplink " + name.get() + " on the cluster does not route it",
                    new Label(desired.get().declaration().span(), inside.toCanonicalString() + " has no NAT"))
                    .why("the server accepts a network without NAT only if the uplink routes it; the uplink has "
                            + (routes.isEmpty() ? "no " + family + ".routes" : family + ".routes=" + routes))
                    .fix("write nat = true in its " + family + "; or "
                            + remedy(name.get(), family, routes, inside.toCanonicalString(), now)));
        }
        return wrong;
    }

    /** The uplink's owner adds the route; or the file becomes its owner, where it is no other program's. */
    private static String remedy(String uplink, String family, String routes, String route, PlanningContext now) {
        String all = (routes.isEmpty() ? "" : routes + ",") + route;
        Optional<Mark> mark = LxdNetworks.seen(new ResourceId(KindName.UPLINK, uplink), now.seen())
                .flatMap(u -> Mark.of(LxdConfig.of(u)));
        if (mark.isPresent())
            return "add the route in the program that manages the uplink, " + mark.get().program() + ": uplink "
                    + word(uplink) + " { " + family + " { routes = [" + all.replaceAll("\\s*,\\s*", ", ") + "] } }";
        return "ask the uplink's owner to add it: lxc network"
                + " set " + ShellWords.quoted(uplink) + " " + family + ".routes="
                + all + "; or adopt the uplink, by this line instead of `existing uplink " + word(uplink) + "`: "
                + declaration(uplink, family, all, now);
    }

    /** An uplink as the cluster has it, with these routes. */
    private static String declaration(String name, String family, String routes, PlanningContext now) {
        ResourceId id = new ResourceId(KindName.UPLINK, name);
        JsonNode config = LxdNetworks.seen(id, now.seen()).orElseThrow().path("config");
        StringBuilder line = new StringBuilder("uplink " + word(name) + " {");
        String usual = "";
        for (String member : now.members()) {
            String nic = now.seen().member(member, LxdNetworks.on(member, id)).value().path("config").path("parent")
                    .asText();
            if (nic.isEmpty()) continue;
            if (usual.isEmpty()) line.append(" nic = ").append(word(usual = nic));
            else if (!nic.equals(usual))
                line.append("  on ").append(word(member)).append(" { nic = ").append(word(nic))
                        .append(" }");
        }
        String vlan = config.path("vlan").asText();
        if (!vlan.isEmpty()) line.append("  vlan = ").append(vlan);
        for (String ip : List.of("ipv4", "ipv6")) {
            StringBuilder block = new StringBuilder();
            String gateway = config.path(ip + ".gateway").asText();
            if (!gateway.isEmpty() && !gateway.equals("none")) block.append("gateway = ").append(gateway).append("  ");
            list(block, "ranges", config.path(ip + ".ovn.ranges").asText());
            list(block, "routes", ip.equals(family) ? routes : config.path(ip + ".routes").asText());
            if (!block.isEmpty())
                line.append("  ").append(ip).append(" { ").append(block.toString().strip())
                        .append(" }");
        }
        return line.append(" }").toString();
    }

    private static String word(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]*") ? name : '"' + name + '"';
    }

    private static void list(StringBuilder block, String name, String values) {
        if (!values.isEmpty())
            block.append(name).append(" = [").append(values.replaceAll("\\s*,\\s*", ", ")).append("]  ");
    }

    /** Whether the uplink of the listener's network routes an address: as the file says, else as the cluster has it. */
    public static boolean hold(DesiredResource listener, IPAddress address, String family, PlanningContext now) {
        Optional<String> name = uplink(listener.id(), now);
        Optional<Setting> said = name.flatMap(n -> PlannedUplink.declared(n, now))
                .flatMap(u -> u.setting(family + ".routes"));
        if (said.isPresent())
            return said.get().value() instanceof Value.Many many
                    && many.values().stream().anyMatch(v -> v instanceof Value.Subnet(IPAddress subnet, _)
                            && subnet.contains(address));
        return name.flatMap(n -> LxdNetworks.seen(new ResourceId(KindName.UPLINK, n), now.seen()))
                .filter(u -> holds(u.path("config").path(family + ".routes").asText(), address)).isPresent();
    }

    static boolean holds(String routes, IPAddress address) {
        return Arrays.stream(routes.split(",")).map(r -> Ip.read(r.strip()))
                .anyMatch(route -> route != null && route.contains(address));
    }

    private static Optional<String> uplink(ResourceId listener, PlanningContext now) {
        Optional<String> said = now.program().named(KindName.NETWORK, listener.project(), listener.network())
                .flatMap((Declaration n) -> n.setting("uplink")).map(s -> s.value().text());
        ResourceId network = new ResourceId(KindName.NETWORK, listener.project(), "", listener.network());
        return said.or(() -> LxdNetworks.seen(network, now.seen()).map(n -> n.path("config").path("network").asText()))
                .filter(u -> !u.isEmpty());
    }
}
