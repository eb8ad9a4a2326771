package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.server.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvsFaults;
import mcnet.ovn.Routers;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The network's router is in OVN with its ports inside and outside, is at work on a chassis, and that chassis is a
 * member whose ovn-controller answers.
 */
public record RouterChassisProbe(ResourceId subject, List<String> members) implements Probe {

    @Override
    public String claim() {
        return "router bound to a live chassis";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(LxdNetworks.list(subject.project())));
        queries.addAll(Routers.placing(members));
        for (String member : members) queries.add(Query.member(member, Ovn.CONTROLLER));
        return queries;
    }

    @Override
    public Verdict judge(Observation seen) {
        if (LxdNetworks.seen(subject, seen).isEmpty()) return CommonFaults.lxd(Answer.failed(404, ""), subject);
        Answer northbound = seen.cluster(Ovn.ROUTER_PORTS);
        if (!northbound.ok()) return CommonFaults.northbound(northbound, seen);
        Answer southbound = seen.cluster(Ovn.PORTS);
        if (!southbound.ok()) return CommonFaults.southbound(southbound, seen);
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return CommonFaults.lost("OVN has no router of it", subject, seen);
        for (String port : List.of(router.get() + "-lr-lrp-int", router.get() + "-lr-lrp-ext"))
            if (!Routers.has(port, seen)) return CommonFaults.lost("OVN has no router port " + port, subject, seen);
        return bound(router.get(), seen);
    }

    private Verdict bound(String router, Observation seen) {
        Optional<Map<String, JsonNode>> row = Routers.chassis(router, seen);
        if (row.isEmpty())
            return Verdict.fails("no chassis", "no member runs the router: their ovn-controllers do not work,"
                    + " or the router's chassis group is empty",
                    "see the checks of ovn-controller on each member; if all are ok: "
                            + OvsFaults.restartServer("each member", seen));
        String chassis = OvsdbTable.text(row.get().get("name"));
        String host = OvsdbTable.text(row.get().get("hostname"));
        Optional<String> member = Routers.member(router, members, seen);
        if (member.isEmpty() && !seen.unreached().isEmpty())
            return Verdict.unknown(
                    "on chassis " + host + ", which is not a reachable member",
                    "if no other member takes the router within seconds, run on another member: ovn-sbctl show");
        if (member.isEmpty())
            return Verdict.fails("chassis " + host + " is not a reachable member",
                    "the southbound database still contains the chassis of a removed machine",
                    "if it is not one of your"
                            + " machines: " + ServiceCommands.of(seen).southboundProgram() + " chassis-del "
                            + chassis);
        return ControllerProbe.fault(member.get(), seen)
                .map(fault -> Verdict.fails("on " + member.get() + ": " + fault.detail(), fault.why(), fault.fix()))
                .orElse(Verdict.holds("on " + member.get()));
    }
}
