package mcnet.importing;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import mcnet.language.print.ItemText;
import mcnet.model.ClusterConnection;
import mcnet.model.ClusterName;
import mcnet.model.Member;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.product.AssumedServer;
import mcnet.product.Product;
import mcnet.product.Server;

/** The cluster block of a cluster of which one member is known. */
public final class ClusterBlocks {
    /** What that one is asked. */
    public static final Query MEMBERS = Query.cluster("/1.0/cluster/members?recursion=1");

    private static final Comparator<String> NATURALLY = Comparator
            .comparing((String name) -> name.replaceFirst("\\d+$", ""))
            .thenComparing(name -> new BigInteger("0" + name.replaceFirst("^.*?(\\d*)$", "$1")))
            .thenComparing(name -> name);

    private ClusterBlocks() {}

    /**
     * The block with which all members can be asked.
     *
     * @param user whom to log in as, or empty
     * @return with the members by name, {@code micro2} before {@code micro10}; empty where the server is in no cluster
     */
    public static String found(String user, Observation seen) {
        SequencedMap<String, String> members = new TreeMap<>(NATURALLY);
        for (JsonNode member : seen.of(MEMBERS).value()) {
            String name = member.path("server_name").asText();
            members.put(name, member(name, host(member.path("url").asText()), ""));
        }
        return members.isEmpty()
                ? ""
                : block(ClusterName.of(List.copyOf(members.keySet())), user, List.copyOf(members.values()), seen);
    }

    /** The block as it stands in the file. */
    static String text(ClusterConnection cluster, String user, Function<Member, Optional<String>> underlay,
            Observation seen) {
        return block(cluster.name(), user, cluster.members().stream().map(m -> member(m.name(), m.host(),
                underlay.apply(m).map(u -> "  underlay = " + u).orElse("") + names(m, seen))).toList(), seen);
    }

    /** Where it serves zones. */
    private static String names(Member member, Observation seen) {
        String address = seen.member(member.name(), "/1.0").value().path("config").path("core.dns_address").asText();
        return address.isEmpty() ? "" : "  dns { address = " + ItemText.quoted(address) + " }";
    }

    /** LXD need not be said. */
    private static String block(String name, String user, List<String> members, Observation seen) {
        AssumedServer like = AssumedServer.like(Server.of("", seen.of(Product.ASKED).value()));
        String server = like == AssumedServer.LXD ? "" : "server = " + like.word() + "\n";
        String ssh = user.isEmpty() ? "" : "ssh { user = " + ItemText.quoted(user) + " }\n";
        return "cluster " + ItemText.name(name) + " {\n" + server + ssh + String.join("\n", members) + "\n}";
    }

    private static String member(String name, String host, String more) {
        String address = host.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*") ? host : ItemText.quoted(host);
        return "member " + ItemText.name(name) + " { address = " + address + more + " }";
    }

    /** {@code https://[fd42::1]:8443}, as LXD lists its members. */
    private static String host(String url) {
        String authority = url.replaceFirst("^https://", "").replaceFirst("/.*", "").replaceFirst(":\\d+$", "");
        return authority.replaceAll("^\\[|\\]$", "");
    }
}
