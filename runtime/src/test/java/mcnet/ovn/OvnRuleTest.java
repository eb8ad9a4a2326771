package mcnet.ovn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.lxd.traffic.LxdRule;
import mcnet.product.AclLayout;
import org.junit.jupiter.api.Test;

/** Rows as Incus 7.0.2 writes them, with addresses in the place of ports. */
class OvnRuleTest {

    @Test
    void anEgressRuleIsAboutPacketsFromTheAddressesOfItsGroup() {
        LxdRule rule = rule(false, "allow", List.of(), List.of("10.42.2.0/24"));
        String rest = ")) && (ip4.dst == 10.42.2.0/24) && (tcp) && (tcp.dst == 82)";
        assertEquals(
                List.of(row(300, "((ip4.src == $incus_acl6_egress_ip4 || ip6.src == $incus_acl6_egress_ip6" + rest),
                        row(500, "((ip4.src == $incus_acl6_egress_reversed_ip4"
                                + " || ip6.src == $incus_acl6_egress_reversed_ip6" + rest)),
                OvnRule.of(rule, AclLayout.DIRECTIONAL).map(Optional::of).toList());
    }

    @Test
    void internalAndExternalAreAddressesOfTheNetwork() {
        String to = "(outport == @incus_acl11_ingress) && (";
        String rest = ") && (tcp) && (tcp.dst == 82)";
        assertEquals(row(300, to + "(ip4.src == $incus_net2_routes_ip4 || ip6.src == $incus_net2_routes_ip6)" + rest),
                OvnRule.of(rule(true, "allow", List.of("@internal"), List.of()), AclLayout.DIRECTIONAL).findFirst());
        assertEquals(
                row(500, to + "((ip4 && ip4.src != $incus_net2_routes_ip4)"
                        + " || (ip6 && ip6.src != $incus_net2_routes_ip6))" + rest),
                OvnRule.of(rule(true, "drop", List.of("@external"), List.of()), AclLayout.DIRECTIONAL).findFirst());
    }

    private static LxdRule rule(boolean ingress, String action, List<String> source, List<String> destination) {
        return new LxdRule(ingress, action, "enabled", source, destination, "tcp", List.of(), List.of("82"), "", "",
                "");
    }

    private static Optional<OvnRule> row(int priority, String match) {
        return OvnRule.of(Map.<String, JsonNode>of("priority", IntNode.valueOf(priority), "log", BooleanNode.FALSE,
                "match", TextNode.valueOf(match)));
    }
}
