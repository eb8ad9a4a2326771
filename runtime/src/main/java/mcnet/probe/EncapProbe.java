package mcnet.probe;

import java.util.List;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** The southbound database has this address for the member's chassis, so all other members send their tunnels there. */
public record EncapProbe(ResourceId subject, String member, String address) implements Probe {

    @Override
    public String claim() {
        return "tunnels of " + member + " use " + address;
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(Ovn.externalIds(member), new Query(QueryTarget.CLUSTER, Ovn.ENCAPS));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer encaps = seen.cluster(Ovn.ENCAPS);
        if (!encaps.ok()) return CommonFaults.southbound(encaps, seen);
        return TunnelEndpointProbe.fault(member, address, seen).orElse(Verdict.holds("southbound has " + address));
    }
}
