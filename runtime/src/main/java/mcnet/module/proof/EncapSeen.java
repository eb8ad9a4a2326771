package mcnet.module.proof;

import java.util.List;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** The southbound database has this address for the member's chassis, so all other members send their tunnels there. */
public record EncapSeen(ResourceId subject, String member, String address) implements Proof {

    @Override
    public String claim() {
        return "tunnels of " + member + " end at " + address;
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(Ovn.externalIds(member), new Asked(Place.CLUSTER, Ovn.ENCAPS));
    }

    @Override
    public Verdict judge(Observed seen) {
        Answer encaps = seen.cluster(Ovn.ENCAPS);
        if (!encaps.ok()) return Faults.southbound(encaps, seen);
        return TunnelEnd.fault(member, address, seen).orElse(Verdict.holds("southbound has " + address));
    }
}
