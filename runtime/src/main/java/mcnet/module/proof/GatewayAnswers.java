package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.module.LxdNetworks;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Question;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The router's address outside answers to someone on the uplink: this machine or a member with an address there.
 *
 * @param key the config key that holds the address, {@code volatile.network.ipv4.address}
 */
public record GatewayAnswers(ResourceId subject, String key, List<String> members) implements Proof {

    @Override
    public String claim() {
        return "gateway answers on the uplink (" + (key.contains("ipv6") ? "IPv6" : "IPv4") + ")";
    }

    @Override
    public List<Asked> questions(Observed known) {
        List<Asked> questions = new ArrayList<>(
                List.of(LxdNetworks.list(subject.project()), new Asked(Place.HERE, Ovn.LINKS)));
        for (String member : members) questions.add(Asked.member(member, Ovn.LINKS));
        ping(known).ifPresent(questions::add);
        return questions;
    }

    @Override
    public Verdict judge(Observed seen) {
        Optional<String> address = address(seen);
        if (address.isEmpty()) return Verdict.fails("it has no address outside");
        Optional<Asked> ping = ping(seen);
        if (ping.isEmpty()) return Verdict.notAsked("nobody has an address on the uplink to ask " + address.get());
        boolean answered = seen.of(ping.get()).ok();
        String asker = ping.get().place() instanceof Place.Here ? "this machine" : ping.get().place().toString();
        return Verdict.of(answered, address.get() + (answered ? " answers " : " does not answer ") + asker);
    }

    private Optional<String> address(Observed seen) {
        return LxdNetworks.seen(subject, seen).map(n -> n.path("config").path(key).asText()).filter(a -> !a.isEmpty());
    }

    /** The question that can be put, from the first place whose interface has an address on the router's network. */
    private Optional<Asked> ping(Observed known) {
        Optional<String> address = address(known);
        if (address.isEmpty()) return Optional.empty();
        IPAddress target = new IPAddressString(address.get()).getAddress();
        List<Place> places = new ArrayList<>(List.of(Place.HERE));
        for (String member : members) places.add(Place.member(member));
        for (Place place : places) {
            for (JsonNode link : known.of(new Asked(place, Ovn.LINKS)).value()) {
                if (onLink(link, target)) {
                    return Optional
                            .of(new Asked(place, new Question.Ping(address.get(), link.path("ifname").asText())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean onLink(JsonNode link, IPAddress target) {
        for (JsonNode info : link.path("addr_info")) {
            IPAddress local = new IPAddressString(info.path("local").asText() + "/" + info.path("prefixlen").asInt())
                    .getAddress();
            if (local != null && local.getIPVersion() == target.getIPVersion() && !local.isLinkLocal()
                    && local.toPrefixBlock().contains(target) && !local.withoutPrefixLength().equals(target)) {
                return true;
            }
        }
        return false;
    }
}
