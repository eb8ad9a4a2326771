package mcnet.module.proof;

import java.util.List;
import java.util.Optional;
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
        if (!encaps.ok()) return Verdict.fails("southbound database: " + encaps.error());
        Optional<String> encap = Ovn.encap(seen, Ovn.systemId(seen, member));
        return Verdict.of(encap.filter(address::equals).isPresent(),
                encap.map(ip -> "southbound has " + ip).orElse("southbound does not know the chassis"));
    }
}
