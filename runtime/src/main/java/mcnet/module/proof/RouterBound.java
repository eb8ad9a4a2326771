package mcnet.module.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.module.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** The network's router is at work on a chassis, and that chassis is a member that answers now. */
public record RouterBound(ResourceId subject, List<String> members) implements Proof {

    @Override
    public String claim() {
        return "router bound to a live chassis";
    }

    @Override
    public List<Asked> questions(Observed known) {
        List<Asked> questions = new ArrayList<>(List.of(state(), new Asked(Place.CLUSTER, Ovn.CHASSIS)));
        for (String member : members) questions.add(Ovn.externalIds(member));
        return questions;
    }

    @Override
    public Verdict judge(Observed seen) {
        Answer answer = seen.of(state());
        if (!answer.ok()) return Verdict.fails(answer.error());
        String hostname = answer.value().path("ovn").path("chassis").asText();
        if (hostname.isEmpty()) return Verdict.fails("no chassis");
        Optional<String> chassis = Rows.of(seen.cluster(Ovn.CHASSIS)).stream()
                .filter(row -> Rows.text(row.get("hostname")).equals(hostname))
                .map((Map<String, com.fasterxml.jackson.databind.JsonNode> row) -> Rows.text(row.get("name")))
                .findFirst();
        return members.stream()
                .filter(m -> chassis.filter(Ovn.systemId(seen, m)::equals).isPresent())
                .findFirst()
                .map(m -> Verdict.holds("on " + m))
                .orElse(Verdict.fails("chassis " + hostname + " is no member that answers"));
    }

    private Asked state() {
        return Asked.cluster(LxdNetworks.path(subject, "/state"));
    }
}
