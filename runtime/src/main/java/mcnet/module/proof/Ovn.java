package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Question;
import mcnet.observe.Rows;

/** Questions to Open vSwitch and OVN that several proofs and modules share, and how their answers read. */
public final class Ovn {
    /** The member's own settings of OVN: system-id, ovn-encap-ip, ovn-bridge-mappings. */
    public static final Question EXTERNAL_IDS = new Question.Ovs("Open_vSwitch", List.of("external_ids"));
    /** The tunnels, with BFD's view of each. */
    public static final Question INTERFACES = new Question.Ovs("Interface",
            List.of("name", "type", "options", "bfd", "bfd_status"));
    public static final Question BRIDGES = new Question.Ovs("Bridge", List.of("name"));
    /** Where each chassis ends its tunnels, as everyone sees it. */
    public static final Question ENCAPS = new Question.Southbound("Encap", List.of("chassis_name", "type", "ip"));
    public static final Question CHASSIS = new Question.Southbound("Chassis",
            List.of("_uuid", "name", "hostname", "other_config"));
    /** Where each network's gateway may be, by rank ({@code lxd/network/driver_ovn.go addChassisGroupEntry}). */
    public static final Question CHASSIS_GROUPS = new Question.Northbound("HA_Chassis_Group",
            List.of("name", "ha_chassis"));
    public static final Question RANKS = new Question.Northbound("HA_Chassis",
            List.of("_uuid", "chassis_name", "priority"));
    /** Every port, with the chassis where it is at work. */
    public static final Question PORTS = new Question.Southbound("Port_Binding",
            List.of("logical_port", "mac", "chassis", "options"));
    public static final Question BALANCERS = new Question.Southbound("Load_Balancer", List.of("name", "vips"));
    /** Rules as OVN has them, each with the port group that it belongs to. */
    public static final Question RULES = new Question.Northbound("ACL",
            List.of("action", "match", "priority", "log", "external_ids"));
    /** Routers' ports as LXD wrote them, their addresses with lengths. */
    public static final Question ROUTER_PORTS = new Question.Northbound("Logical_Router_Port",
            List.of("name", "networks", "ipv6_ra_configs"));
    public static final Question ROUTES = new Question.Northbound("Logical_Router_Static_Route",
            List.of("ip_prefix", "nexthop", "output_port"));
    public static final Question SWITCH_PORTS = new Question.Northbound("Logical_Switch_Port",
            List.of("_uuid", "name", "options"));
    public static final Question PORT_GROUPS = new Question.Northbound("Port_Group", List.of("name", "ports"));
    /** Whether ovn-controller itself answers. */
    public static final Question CONTROLLER = new Question.Controller();
    public static final Question LINKS = new Question.Links();

    private Ovn() {}

    public static Asked externalIds(String member) {
        return Asked.member(member, EXTERNAL_IDS);
    }

    public static SequencedMap<String, String> externalIds(Observed seen, String member) {
        List<Map<String, JsonNode>> rows = Rows.of(seen.of(externalIds(member)));
        return Rows.map(rows.isEmpty() ? null : rows.getFirst().get("external_ids"));
    }

    /** OVN's name for a member's chassis. */
    public static String systemId(Observed seen, String member) {
        return externalIds(seen, member).getOrDefault("system-id", "");
    }

    /** The Geneve address that the southbound database has for a chassis. */
    public static Optional<String> encap(Observed seen, String systemId) {
        return Rows.of(seen.cluster(ENCAPS)).stream()
                .filter(row -> Rows.text(row.get("chassis_name")).equals(systemId))
                .filter(row -> Rows.text(row.get("type")).equals("geneve"))
                .map(row -> Rows.text(row.get("ip")))
                .findFirst();
    }

    /** The chassis that has a Geneve address, in the southbound database. */
    static Optional<String> holder(Observed seen, String address) {
        return Rows.of(seen.cluster(ENCAPS)).stream()
                .filter(row -> Rows.text(row.get("ip")).equals(address))
                .map(row -> Rows.text(row.get("chassis_name")))
                .findFirst();
    }

    /** Whether the northbound database answers and has no router at all. */
    static boolean isEmpty(Observed seen) {
        Answer ports = seen.cluster(ROUTER_PORTS);
        return ports.ok() && Rows.of(ports).isEmpty();
    }
}
