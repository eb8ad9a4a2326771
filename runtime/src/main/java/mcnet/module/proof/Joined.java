package mcnet.module.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.module.LxdNetworks;
import mcnet.module.Paths;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * Two networks are joined: both sides are {@code Created}, and their routers have a port to one another in the
 * southbound database.
 *
 * @param leftName the object on the left network
 */
public record Joined(ResourceId subject, ResourceId left, String leftName, ResourceId right, String rightName)
        implements
            Proof {

    @Override
    public String claim() {
        return "joined on both sides";
    }

    @Override
    public List<Asked> questions(Observed known) {
        List<Asked> questions = new ArrayList<>(List.of(side(left, leftName), side(right, rightName),
                new Asked(Place.CLUSTER, Ovn.PORTS), LxdNetworks.list(left.project()),
                LxdNetworks.list(right.project())));
        return questions.stream().distinct().toList();
    }

    @Override
    public Verdict judge(Observed seen) {
        for (Asked side : List.of(side(left, leftName), side(right, rightName))) {
            Answer answer = seen.of(side);
            if (!answer.ok()) return Verdict.fails(answer.error());
            String status = answer.value().path("status").asText();
            if (!status.equalsIgnoreCase("Created"))
                return Verdict.fails(answer.value().path("name").asText() + " is " + status);
        }
        Answer ports = seen.cluster(Ovn.PORTS);
        if (!ports.ok()) return Verdict.fails("southbound database: " + ports.error());
        Optional<String> a = Routers.number(left, seen);
        Optional<String> b = Routers.number(right, seen);
        if (a.isEmpty() || b.isEmpty()) return Verdict.fails("OVN has no router of " + (a.isEmpty() ? left : right));
        boolean joined = Routers.hasPort(a.get(), b.get(), seen) && Routers.hasPort(b.get(), a.get(), seen);
        return Verdict.of(joined, joined ? "a port on either router" : "the routers have no ports to one another");
    }

    private static Asked side(ResourceId network, String name) {
        return Asked.cluster(LxdNetworks.path(network, "/peers/" + Paths.encode(name)));
    }
}
