package mcnet.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.ovn.Ovn;

/**
 * A network interface of a member.
 *
 * @param addresses its global addresses in canonical form, without lengths
 * @param kind what the kernel calls it, {@code bridge} or {@code bond}; empty: a NIC, or not known
 * @param master the bridge or bond that it belongs to, or empty
 * @param up whether somebody switched it on
 * @param carrier whether there is something at the other end of its cable
 */
public record Link(String name, int mtu, List<String> addresses, String kind, String master, boolean up,
        boolean carrier) {

    /** The member's interfaces, without the loopback. */
    public static List<Link> of(Observation seen, String member) {
        Answer answer = seen.member(member, Ovn.LINKS);
        List<Link> links = new ArrayList<>();
        for (JsonNode link : answer.value()) {
            String name = link.path("ifname").asText();
            if (name.equals("lo")) continue;
            List<String> addresses = new ArrayList<>();
            for (JsonNode info : link.path("addr_info")) {
                if (info.path("scope").asText().equals("global")) addresses.add(info.path("local").asText());
            }
            List<String> flags = link.path("flags").valueStream().map(JsonNode::asText).toList();
            links.add(new Link(name, link.path("mtu").asInt(), addresses,
                    link.path("linkinfo").path("info_kind").asText(), link.path("master").asText(""),
                    flags.isEmpty() || flags.contains("UP"), !flags.contains("NO-CARRIER")));
        }
        return links;
    }

    public static Optional<Link> of(Observation seen, String member, String name) {
        return of(seen, member).stream().filter(l -> l.name().equals(name)).findFirst();
    }
}
