package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.traffic.LxdRule;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvnRule;
import mcnet.ovn.PortGroups;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.product.AclLayout;
import mcnet.product.Product;
import mcnet.product.ServerFacts;

/**
 * OVN has exactly the rules of an ACL, for every running NIC that carries it. LXD makes the port group when a network
 * carries the ACL or an instance whose NIC carries it starts ({@code lxd/network/acl/acl_ovn.go OVNEnsureACLs}); before,
 * OVN knows nothing of it.
 */
public record AclRulesProbe(ResourceId subject, List<LxdRule> rules) implements Probe {

    @Override
    public String claim() {
        return "its rules are in OVN";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(carriers().queries(known));
        queries.add(Product.ASKED);
        queries.add(new Query(QueryTarget.CLUSTER, Ovn.RULES));
        queries.add(new Query(QueryTarget.CLUSTER, Ovn.PORT_GROUPS));
        queries.add(new Query(QueryTarget.CLUSTER, Ovn.SWITCH_PORTS));
        return queries;
    }

    private AclCarriers carriers() {
        return new AclCarriers(subject);
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer acl = carriers().acl(seen);
        if (!acl.ok()) return CommonFaults.lxd(acl, subject);
        List<String> networks = carriers().networks(seen);
        List<AclCarriers.Nic> nics = carriers().running(seen);
        if (networks.isEmpty() && nics.isEmpty())
            return Verdict.holds(
                    acl.value().path("used_by").isEmpty() ? "not used yet" : "no running NIC uses it");
        Answer answer = seen.cluster(Ovn.RULES);
        if (!answer.ok()) return CommonFaults.northbound(answer, seen);
        AclLayout layout = AclLayout.of(ServerFacts.of(seen));
        List<OvnRule> desired = rules.stream().filter(r -> !r.state().equals("disabled"))
                .flatMap(r -> OvnRule.of(r, layout)).distinct()
                .toList();
        if (desired.isEmpty()) return Verdict.holds("0 rules");
        List<String> groups = groups(answer, Product.of(seen).portGroupKey()).entrySet().stream()
                .filter(group -> same(desired, group.getValue()))
                .map(Map.Entry::getKey).toList();
        int count = (int) rules.stream().filter(r -> !r.state().equals("disabled")).distinct().count();
        if (groups.isEmpty()) return lost(count, nics, seen);
        return inOneOf(groups, layout, nics, count + (count == 1 ? " rule" : " rules"), seen);
    }

    /** By what the groups of each ACL are called after. */
    private static Map<String, List<OvnRule>> groups(Answer answer, String key) {
        Map<String, List<OvnRule>> groups = new TreeMap<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(answer)) {
            String group = OvsdbTable.map(row.get("external_ids")).getOrDefault(key, "");
            OvnRule.of(row).ifPresent(rule -> groups.computeIfAbsent(AclLayout.acl(group),
                    _ -> new ArrayList<>()).add(rule));
        }
        return groups;
    }

    private Verdict lost(int desired, List<AclCarriers.Nic> nics, Observation seen) {
        String project = subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project());
        String key = ShellWords.quoted(subject.name()) + " user.mcnet.again";
        return Verdict.fails(
                "no port group has its " + desired + (desired == 1 ? " rule: " : " rules: ")
                        + rules.stream().map(LxdRule::sentence).collect(Collectors.joining("; ")),
                "the port group or its rules were removed or changed in the northbound database",
                "let LXD write the rules again: " + PortGroups.removal(seen) + "lxc network acl set " + key + "=1"
                        + project
                        + " && lxc network acl unset " + key + project
                        + (nics.isEmpty()
                                ? ""
                                : "; then, for its NICs to be in it: lxc restart " + nics.stream()
                                        .map(AclCarriers.Nic::instance).distinct().map(ShellWords::quoted)
                                        .collect(Collectors.joining(" "))
                                        + project));
    }

    /** Several groups where other ACLs have the same rules: this one's is that which has its NICs. */
    private static Verdict inOneOf(List<String> acls, AclLayout layout, List<AclCarriers.Nic> nics, String count,
            Observation seen) {
        Answer ports = seen.cluster(Ovn.SWITCH_PORTS);
        if (!ports.ok()) return CommonFaults.northbound(ports, seen);
        List<String> fewest = nics.stream().map(AclCarriers.Nic::title).toList();
        for (String acl : acls) {
            List<String> outside = nics.stream().filter(nic -> !isIn(acl, layout, nic, seen))
                    .map(AclCarriers.Nic::title).toList();
            if (outside.isEmpty())
                return Verdict.holds(count + (nics.isEmpty() ? "" : ", " + nics.size() + " NICs"));
            if (outside.size() <= fewest.size()) fewest = outside;
        }
        return PortGroups.fault(fewest, acls.getFirst());
    }

    private static boolean isIn(String acl, AclLayout layout, AclCarriers.Nic nic, Observation seen) {
        return layout.ofNic(acl, nic.ingress(), nic.egress()).stream()
                .allMatch(group -> PortGroups.ports(group, seen).orElse(List.of()).contains(nic.port(seen)));
    }

    private static boolean same(List<OvnRule> desired, List<OvnRule> held) {
        return held.stream().distinct().count() == desired.size() && desired.stream().allMatch(held::contains);
    }
}
