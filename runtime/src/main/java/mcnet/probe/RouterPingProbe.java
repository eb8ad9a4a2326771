package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.observe.Question;
import mcnet.ovn.Ovn;
import mcnet.ovn.Routers;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The router's address outside answers to someone on the uplink: this machine or a member with an address there.
 *
 * @param family {@code ipv4} or {@code ipv6}
 */
public record RouterPingProbe(ResourceId subject, ResourceId uplink, String family, List<String> members)
        implements
            Probe {

    @Override
    public String claim() {
        return "gateway answers on the uplink (" + (family.equals("ipv6") ? "IPv6" : "IPv4") + ")";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(
                List.of(LxdNetworks.list(), LxdNetworks.list(subject.project()),
                        new Query(QueryTarget.HERE, Ovn.LINKS)));
        for (String member : members) queries.add(Query.member(member, Ovn.LINKS));
        if (LxdNetworks.isBridge(uplink, known)) queries.addAll(Routers.placing(members));
        ping(known).ifPresent(queries::add);
        return queries;
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer list = seen.of(LxdNetworks.list(subject.project()));
        if (!list.ok()) return CommonFaults.lxd(list, subject);
        if (LxdNetworks.seen(subject, seen).isEmpty()) return CommonFaults.lxd(Answer.failed(404, ""), subject);
        if (LxdNetworks.gateway(uplink, family, seen).isEmpty())
            return Verdict.holds(uplink + " has no " + family + ".gateway, so there is no address outside");
        Optional<String> address = address(seen);
        if (address.isEmpty())
            return Verdict.fails("it has no address outside",
                    "LXD assigns it when the network is written, and at that time the uplink had no gateway or"
                            + " no free address",
                    "let LXD write the network again: " + CommonFaults.rewriting(subject, seen));
        Optional<Query> ping = ping(seen);
        if (ping.isEmpty())
            return Verdict.notAsked("no machine with an address on the uplink can"
                    + " ping " + address.get());
        String asker = ping.get().place() instanceof QueryTarget.Here ? "this machine" : ping.get().place().toString();
        if (seen.of(ping.get()).ok()) return Verdict.holds(address.get() + " answers " + asker);
        return Verdict.fails(address.get() + " does not answer " + asker,
                "the member with the router gets no packets from the uplink: check its ovn-controller, its"
                        + " bridge and its NIC"
                        + " (see their checks); or a switch outside blocks the VLAN or the router's MAC address",
                "see which packets arrive on the member with the router: tcpdump -eni NIC host "
                        + address.get());
    }

    private Optional<String> address(Observation seen) {
        return LxdNetworks.seen(subject, seen)
                .map(n -> n.path("config").path("volatile.network." + family + ".address").asText())
                .filter(a -> !a.isEmpty());
    }

    /** The question that can be put, from the first place whose interface has an address on the router's network. */
    private Optional<Query> ping(Observation known) {
        Optional<String> address = address(known);
        if (address.isEmpty()) return Optional.empty();
        IPAddress target = Ip.read(address.get());
        if (target == null) return Optional.empty();
        for (QueryTarget place : places(known)) {
            for (JsonNode link : known.of(new Query(place, Ovn.LINKS)).value()) {
                if (onLink(link, target)) {
                    return Optional
                            .of(new Query(place, new Question.Ping(address.get(), link.path("ifname").asText())));
                }
            }
        }
        return Optional.empty();
    }

    /** Each member has a bridge of its own, so only the one that runs the router can ask it there. */
    private List<QueryTarget> places(Observation known) {
        if (LxdNetworks.isBridge(uplink, known))
            return Routers.name(subject, known).flatMap(router -> Routers.member(router, members, known)).stream()
                    .map(QueryTarget::member).toList();
        List<QueryTarget> places = new ArrayList<>(List.of(QueryTarget.HERE));
        for (String member : members) places.add(QueryTarget.member(member));
        return places;
    }

    private static boolean onLink(JsonNode link, IPAddress target) {
        for (JsonNode info : link.path("addr_info")) {
            IPAddress local = Ip.read(info.path("local").asText() + "/" + info.path("prefixlen").asInt());
            if (local != null && local.getIPVersion() == target.getIPVersion() && !local.isLinkLocal()
                    && local.toPrefixBlock().contains(target) && !local.withoutPrefixLength().equals(target)) {
                return true;
            }
        }
        return false;
    }
}
