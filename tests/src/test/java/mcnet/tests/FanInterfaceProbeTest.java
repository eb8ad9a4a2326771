package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.probe.FanInterfaceProbe;
import org.junit.jupiter.api.Test;

/** A fan on a member, by answers as LXD's source would give them: no kernel of the labs has one. */
class FanInterfaceProbeTest {
    private static final ResourceId WIDE = new ResourceId("fan", "wide");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LISTED = """
            [{"name": "wide", "type": "bridge", "managed": true,
              "config": {"bridge.mode": "fan", "fan.underlay_subnet": "10.77.0.0/16"}}]""";
    private static final String UNDERLAY = link("mgmt0", "UP", "10.77.3.4");
    private static final String BRIDGE = link("wide", "UP", "240.3.4.1");
    private static final String TUNNEL = link("wide-fan", "UP", "");

    private static String link(String name, String flag, String address) {
        return """
                {"ifname": "%s", "mtu": 1450, "flags": ["BROADCAST", "%s"], "addr_info": [%s]}""".formatted(name, flag,
                address.isEmpty() ? "" : """
                        {"family": "inet", "local": "%s", "prefixlen": 16, "scope": "global"}""".formatted(address));
    }

    private static Verdict judge(String networks, String... links) throws Exception {
        SequencedMap<Query, Answer> seen = new LinkedHashMap<>();
        seen.put(LxdNetworks.list(), Answer.of(JSON.readTree(networks)));
        seen.put(Query.member("micro1", Ovn.LINKS), Answer.of(JSON.readTree("[" + String.join(",", links) + "]")));
        return new FanInterfaceProbe(WIDE, "micro1").judge(new Observation(seen));
    }

    @Test
    void itHasTheAddressThatFollowsFromTheMembersOwn() throws Exception {
        assertEquals(Verdict.holds("240.3.4.1"), judge(LISTED, UNDERLAY, BRIDGE, TUNNEL));
    }

    @Test
    void anotherAddressIsAFault() throws Exception {
        assertEquals("wide lacks 240.3.4.1",
                judge(LISTED, UNDERLAY, link("wide", "UP", "240.9.9.1"), TUNNEL).detail());
    }

    @Test
    void bothOfItsInterfacesAreThereAndUp() throws Exception {
        assertEquals("no interface wide on micro1", judge(LISTED, UNDERLAY, TUNNEL).detail());
        assertEquals("no interface wide-fan on micro1", judge(LISTED, UNDERLAY, BRIDGE).detail());
        assertEquals("wide-fan is down", judge(LISTED, UNDERLAY, BRIDGE, link("wide-fan", "DOWN", "")).detail());
    }

    @Test
    void aMemberThatLeftTheUnderlayIsNamed() throws Exception {
        assertEquals("micro1 has no address in 10.77.0.0/16", judge(LISTED, BRIDGE, TUNNEL).detail());
    }

    @Test
    void oneThatTheServerDoesNotListIsMissingAndNoCrash() throws Exception {
        assertEquals(judge("[]").detail(), judge("[]", UNDERLAY, BRIDGE, TUNNEL).detail());
    }
}
