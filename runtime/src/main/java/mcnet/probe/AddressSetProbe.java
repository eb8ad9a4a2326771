package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.ObjectUsers;
import mcnet.lxd.traffic.AddressSets;
import mcnet.lxd.traffic.LxdAcls;
import mcnet.model.KindName;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * OVN has exactly the addresses of a set. The server writes it when a network or an instance carries an ACL that names it
 * ({@code internal/server/network/address-set/address_set_ovn.go OVNEnsureAddressSets}), under a number that only it
 * knows: {@code incus_set4_ip4} and {@code incus_set4_ip6}. When a set loses its last address of a family, OVN may keep
 * the old ones, and rules go on admitting them.
 *
 * @param addresses as {@link AddressSets#normal} has them
 */
public record AddressSetProbe(ResourceId subject, String addresses) implements Probe {
    private static final Pattern OF_SET = Pattern.compile("(.+_set\\d+)_ip[46]");

    @Override
    public String claim() {
        return "OVN has its addresses";
    }

    /** The ACLs come in a second turn, and what carries them in a third. */
    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(asked(), LxdAcls.list(subject.project()),
                new Query(QueryTarget.CLUSTER, Ovn.ADDRESS_SETS)));
        for (AclCarriers acl : acls(known)) queries.addAll(acl.queries(known));
        return queries;
    }

    private Query asked() {
        return Query.cluster(AddressSets.path(subject));
    }

    private List<AclCarriers> acls(Observation seen) {
        List<AclCarriers> acls = new ArrayList<>();
        for (JsonNode acl : seen.of(LxdAcls.list(subject.project())).value()) {
            ResourceId id = new ResourceId(KindName.ACL, subject.project(), "", acl.path("name").asText());
            if (seen.of(asked()).value().path("used_by").valueStream().anyMatch(u -> ObjectUsers.is(u.asText(), id)))
                acls.add(new AclCarriers(id));
        }
        return acls;
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer set = seen.of(asked());
        if (!set.ok()) return CommonFaults.lxd(set, subject);
        boolean used = acls(seen).stream()
                .anyMatch(acl -> !acl.networks(seen).isEmpty() || !acl.running(seen).isEmpty());
        if (!used)
            return Verdict.holds(set.value().path("used_by").isEmpty() ? "not used yet" : "no network uses it yet");
        Answer answer = seen.cluster(Ovn.ADDRESS_SETS);
        if (!answer.ok()) return CommonFaults.northbound(answer, seen);
        int count = addresses.isEmpty() ? 0 : addresses.split(",").length;
        if (sets(answer).containsValue(addresses))
            return Verdict.holds(count + (count == 1 ? " address" : " addresses"));
        String project = subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project());
        String name = ShellWords.quoted(subject.name());
        return Verdict.fails("no address set of OVN has " + (addresses.isEmpty()
                ? "no addresses"
                : "these addresses: "
                        + addresses.replace(",", ", ")),
                "the server did not write its last change into the northbound database, or the set was changed there",
                "let the server write it again: incus network address-set set " + name + " user.mcnet.again=1" + project
                        + " && incus network address-set unset " + name + " user.mcnet.again" + project);
    }

    /** Both families of each set together. */
    private static Map<String, String> sets(Answer answer) {
        Map<String, String> sets = new TreeMap<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(answer)) {
            Matcher name = OF_SET.matcher(OvsdbTable.text(row.get("name")));
            if (name.matches())
                sets.merge(name.group(1), String.join(",", OvsdbTable.set(row.get("addresses"))),
                        (a, b) -> a + "," + b);
        }
        sets.replaceAll((_, addresses) -> AddressSets.normal(addresses));
        return sets;
    }
}
