package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.traffic.AddressSets;
import mcnet.lxd.traffic.LxdAcls;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.probe.AddressSetProbe;
import org.junit.jupiter.api.Test;

/** Addresses that OVN keeps though the set has lost them are found, and a set that OVN need not know is no fault. */
class AddressSetProbeTest {
    private static final ResourceId OFFICE = new ResourceId("address_set", "", "", "office");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Verdict judge(String networks, String ipv4, String ipv6) throws Exception {
        SequencedMap<Query, Answer> seen = new LinkedHashMap<>();
        put(seen, Query.cluster(AddressSets.path(OFFICE)), """
                {"name": "office", "addresses": ["198.51.100.0/24", "192.0.0.8", "100::"],
                 "used_by": ["/1.0/network-acls/web"]}""");
        put(seen, LxdAcls.list(""), """
                [{"name": "web", "used_by": ["/1.0/networks/web"]}, {"name": "db", "used_by": []}]""");
        put(seen, Query.cluster("/1.0/network-acls/web"), """
                {"name": "web", "used_by": ["/1.0/networks/web"]}""");
        put(seen, LxdNetworks.list(""), networks);
        put(seen, new Query(QueryTarget.CLUSTER, Ovn.ADDRESS_SETS), """
                {"headings": ["name", "addresses"], "data": [
                 ["incus_set7_ip4", ["set", ["10.9.9.9/32"]]], ["incus_set7_ip6", ["set", []]],
                 ["incus_net2_routes_ip4", "10.42.1.0/24"],
                 ["incus_set4_ip4", %s], ["incus_set4_ip6", %s]]}""".formatted(ipv4, ipv6));
        return new AddressSetProbe(OFFICE, "198.51.100.0/24").judge(new Observation(seen));
    }

    private static void put(SequencedMap<Query, Answer> seen, Query asked, String answer) throws Exception {
        seen.put(asked, Answer.of(JSON.readTree(answer)));
    }

    private static final String USED = """
            [{"name": "web", "type": "ovn", "config": {"security.acls": "web"}, "used_by": []}]""";
    private static final String BOTH = "[\"set\", [\"198.51.100.0/24\", \"192.0.0.8/32\"]]";

    @Test
    void exactlyItsAddressesAreInOvn() throws Exception {
        assertEquals(Verdict.holds("1 address"), judge(USED, BOTH, "\"100::/128\""));
    }

    @Test
    void anAddressThatItLostIsAFault() throws Exception {
        Verdict verdict = judge(USED, BOTH, "[\"set\", [\"2001:db8:40::/48\", \"100::/128\"]]");
        assertEquals("no address set of OVN has these addresses: 198.51.100.0/24", verdict.detail());
    }

    @Test
    void aSetThatNoNetworkUsesIsNotInOvn() throws Exception {
        assertEquals(Verdict.holds("no network uses it yet"), judge("[]", BOTH, BOTH));
    }
}
