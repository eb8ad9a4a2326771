package mcnet.status;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lxd.MemberAvailability;
import mcnet.lxd.server.MicroCloud;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;

/**
 * Whether LXD's own setting leads to OVN's northbound databases where MicroOVN runs them. MicroCloud writes it once
 * ({@code microcloud service/lxd.go}); when MicroOVN moves a database, or a member goes, MicroOVN tells Open vSwitch of
 * each member and not LXD. One central service is both databases of OVN.
 */
final class NorthboundSetting {
    private static final String KEY = "network.ovn.northbound_connection";
    private static final Query SERVER = Query.cluster("/1.0");
    /** Open vSwitch's key of the southbound databases. */
    private static final String SOUTHBOUND = "ovn-remote";
    private static final String PORT = ":6641";

    private NorthboundSetting() {}

    /** What is wrong with the setting, a sentence each; nothing where the cluster is no MicroCloud or the setting is empty. */
    static List<String> notes(PlanningContext now) {
        List<String> all = addresses(now.seen().of(SERVER).value().path("config").path(KEY).asText());
        Set<String> members = members(now);
        if (!MicroCloud.is(now.seen()) || members.isEmpty() || all.isEmpty()) return List.of();
        Set<String> centrals = centrals(now);
        List<String> gone = all.stream().filter(a -> !members.contains(host(a))).toList();
        List<String> moved = all.stream().filter(a -> !gone.contains(a))
                .filter(a -> !centrals.isEmpty() && !centrals.contains(host(a))).toList();
        if (gone.isEmpty() && moved.isEmpty()) return List.of();
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(gone);
        rest.removeAll(moved);
        String goesOn = rest.isEmpty() ? "" : " LXD continues with the others.";
        Set<String> there = rest.stream().map(NorthboundSetting::host).collect(Collectors.toSet());
        centrals.stream().filter(c -> members.contains(c) && !there.contains(c))
                .forEach(c -> rest.add("ssl:" + (c.contains(":") ? "[" + c + "]" : c) + PORT));
        String names = Stream.of(
                gone.isEmpty() ? "" : String.join(", ", gone) + ", which is not a member",
                moved.isEmpty() ? "" : String.join(", ", moved) + ", where MicroOVN runs no central service")
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("; and "));
        return List.of(KEY + " names " + names + "." + goesOn + (rest.isEmpty()
                ? " Set it to where `microovn status` shows central."
                : " To fix it: lxc config set " + KEY + "=" + String.join(",", rest)));
    }

    private static Set<String> members(PlanningContext now) {
        return now.seen().of(MemberAvailability.ROSTER).value().valueStream()
                .flatMap(m -> hostOf(m.path("url").asText("")).stream()).map(NorthboundSetting::bare)
                .collect(Collectors.toSet());
    }

    /** The hosts of MicroOVN's central services, as Open vSwitch of the members that could be asked has them. */
    private static Set<String> centrals(PlanningContext now) {
        return now.members().stream()
                .flatMap(m -> addresses(Ovn.externalIds(now.seen(), m).getOrDefault(SOUTHBOUND, "")).stream())
                .filter(a -> a.startsWith("ssl:")).map(NorthboundSetting::host)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> addresses(String connection) {
        return Arrays.stream(connection.split(",")).map(String::strip).filter(a -> !a.isEmpty()).toList();
    }

    /** Of a member's address, {@code https://10.0.0.1:8443}; empty where a server says something else. */
    private static Optional<String> hostOf(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** {@code ssl:10.0.0.1:6641}, {@code ssl:[fd42::1]:6641}. */
    private static String host(String connection) {
        return bare(connection.replaceFirst("^[a-z]+:", "").replaceFirst(":\\d+$", ""));
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[|]$", "");
    }
}
