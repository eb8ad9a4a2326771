package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.module.LxdNetworks;
import mcnet.module.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The network's router is in OVN with its ports inside and outside, is at work on a chassis, and that chassis is a
 * member whose ovn-controller answers.
 */
public record RouterBound(ResourceId subject, List<String> members) implements Proof {

    @Override
    public String claim() {
        return "router bound to a live chassis";
    }

    @Override
    public List<Asked> questions(Observed known) {
        List<Asked> questions = new ArrayList<>(List.of(LxdNetworks.list(subject.project()),
                new Asked(Place.CLUSTER, Ovn.ROUTER_PORTS), new Asked(Place.CLUSTER, Ovn.PORTS),
                new Asked(Place.CLUSTER, Ovn.CHASSIS)));
        for (String member : members) {
            questions.add(Ovn.externalIds(member));
            questions.add(Asked.member(member, Ovn.CONTROLLER));
        }
        return questions;
    }

    @Override
    public Verdict judge(Observed seen) {
        if (LxdNetworks.seen(subject, seen).isEmpty()) return Faults.lxd(Answer.failed(404, ""), subject);
        Answer northbound = seen.cluster(Ovn.ROUTER_PORTS);
        if (!northbound.ok()) return Faults.northbound(northbound, seen);
        Answer southbound = seen.cluster(Ovn.PORTS);
        if (!southbound.ok()) return Faults.southbound(southbound, seen);
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return Faults.lost("OVN has no router of it", subject, seen);
        for (String port : List.of(router.get() + "-lr-lrp-int", router.get() + "-lr-lrp-ext"))
            if (!Routers.has(port, seen)) return Faults.lost("OVN has no router port " + port, subject, seen);
        return bound("cr-" + router.get() + "-lr-lrp-ext", seen);
    }

    private Verdict bound(String port, Observed seen) {
        String at = Rows.of(seen.cluster(Ovn.PORTS)).stream()
                .filter((Map<String, JsonNode> r) -> Rows.text(r.get("logical_port")).equals(port))
                .map(r -> Rows.text(r.get("chassis"))).findFirst().orElse("");
        if (at.isEmpty())
            return Verdict.fails("no chassis", "no member has taken the router: their ovn-controllers do not work, or"
                    + " the router's group of chassis is empty",
                    "see the members' lines about ovn-controller; if all answer: "
                            + OvsFaults.restartLxd("each member", seen));
        Map<String, JsonNode> row = Rows.of(seen.cluster(Ovn.CHASSIS)).stream()
                .filter(r -> Rows.text(r.get("_uuid")).equals(at)).findFirst().orElse(Map.of());
        String chassis = Rows.text(row.get("name"));
        Optional<String> member = members.stream().filter(m -> Ovn.systemId(seen, m).equals(chassis)).findFirst();
        if (member.isEmpty() && !seen.unreached().isEmpty())
            return Verdict.unknown("on chassis " + Rows.text(row.get("hostname")) + ", which is no member that answers",
                    "if no other member takes the router within seconds, see on the others: ovn-sbctl show");
        if (member.isEmpty())
            return Verdict.fails("chassis " + Rows.text(row.get("hostname")) + " is no member that answers",
                    "the southbound database still has the chassis of a machine that left",
                    "if it is no machine of yours: " + ServiceCommands.of(seen).southboundProgram() + " chassis-del "
                            + chassis);
        return ControllerAnswers.fault(member.get(), seen)
                .map(fault -> Verdict.fails("on " + member.get() + ": " + fault.detail(), fault.why(), fault.fix()))
                .orElse(Verdict.holds("on " + member.get()));
    }
}
