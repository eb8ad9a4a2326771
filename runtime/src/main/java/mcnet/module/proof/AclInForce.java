package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcnet.module.Paths;
import mcnet.module.Projects;
import mcnet.module.traffic.LxdRule;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** OVN has exactly the rules of an ACL, once something carries it; before, LXD does not tell OVN of it. */
public record AclInForce(ResourceId subject, List<LxdRule> rules) implements Proof {

    @Override
    public String claim() {
        return "its rules are OVN's";
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(acl(), new Asked(Place.CLUSTER, Ovn.RULES));
    }

    private Asked acl() {
        return Asked.cluster(Projects.in(subject.project(), "/1.0/network-acls/" + Paths.encode(subject.name())));
    }

    @Override
    public Verdict judge(Observed seen) {
        Answer acl = seen.of(acl());
        if (!acl.ok()) return Verdict.fails(acl.error());
        if (acl.value().path("used_by").isEmpty()) return Verdict.holds("nothing carries it yet");
        Answer answer = seen.cluster(Ovn.RULES);
        if (!answer.ok()) return Verdict.fails("northbound database: " + answer.error());
        Map<String, List<OvnRule>> groups = new TreeMap<>();
        for (Map<String, JsonNode> row : Rows.of(answer)) {
            String group = Rows.map(row.get("external_ids")).getOrDefault("lxd_port_group", "");
            OvnRule.of(row).ifPresent(rule -> groups.computeIfAbsent(group.replaceFirst("_net\\d+$", ""),
                    _ -> new ArrayList<>()).add(rule));
        }
        List<OvnRule> wanted = rules.stream().filter(r -> !r.state().equals("disabled")).map(OvnRule::of).distinct()
                .toList();
        boolean holds = groups.values().stream().anyMatch(group -> same(wanted, group));
        if (holds || wanted.isEmpty()) return Verdict.holds(wanted.size() + (wanted.size() == 1 ? " rule" : " rules"));
        return Verdict
                .fails("no port group has its " + wanted.size() + " rules: " + rules.stream().map(LxdRule::sentence)
                        .collect(Collectors.joining("; ")));
    }

    private static boolean same(List<OvnRule> wanted, List<OvnRule> held) {
        return held.stream().distinct().count() == wanted.size() && wanted.stream().allMatch(held::contains);
    }
}
