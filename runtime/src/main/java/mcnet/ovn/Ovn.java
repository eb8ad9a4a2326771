package mcnet.ovn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.Question;

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
    public static final Question NATS = new Question.Northbound("NAT", List.of("type", "external_ip", "logical_ip"));
    /** How OVN checks the ends of a load balancer's connections, by its address and port. */
    public static final Question HEALTH_CHECKS = new Question.Northbound("Load_Balancer_Health_Check",
            List.of("vip", "options"));
    /** What its health checks found, by the end of the connections. */
    public static final Question SERVICE_MONITORS = new Question.Southbound("Service_Monitor",
            List.of("ip", "port", "protocol", "status"));
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
    /** Sets of addresses, of one family each. */
    public static final Question ADDRESS_SETS = new Question.Northbound("Address_Set", List.of("name", "addresses"));
    public static final Question PORT_GROUPS = new Question.Northbound("Port_Group", List.of("name", "ports"));
    /** Whether ovn-controller itself answers. */
    public static final Question CONTROLLER = new Question.Controller();
    public static final Question LINKS = new Question.Links();

    private Ovn() {}

    public static Query externalIds(String member) {
        return Query.member(member, EXTERNAL_IDS);
    }

    public static SequencedMap<String, String> externalIds(Observation seen, String member) {
        List<Map<String, JsonNode>> rows = OvsdbTable.of(seen.of(externalIds(member)));
        return OvsdbTable.map(rows.isEmpty() ? null : rows.getFirst().get("external_ids"));
    }

    /** OVN's name for a member's chassis. */
    public static String systemId(Observation seen, String member) {
        return externalIds(seen, member).getOrDefault("system-id", "");
    }

    /** The Geneve address that the southbound database has for a chassis. */
    public static Optional<String> encap(Observation seen, String systemId) {
        return OvsdbTable.of(seen.cluster(ENCAPS)).stream()
                .filter(row -> OvsdbTable.text(row.get("chassis_name")).equals(systemId))
                .filter(row -> OvsdbTable.text(row.get("type")).equals("geneve"))
                .map(row -> OvsdbTable.text(row.get("ip")))
                .findFirst();
    }

    /** The chassis that has a Geneve address, in the southbound database. */
    public static Optional<String> holder(Observation seen, String address) {
        return OvsdbTable.of(seen.cluster(ENCAPS)).stream()
                .filter(row -> OvsdbTable.text(row.get("ip")).equals(address))
                .map(row -> OvsdbTable.text(row.get("chassis_name")))
                .findFirst();
    }

    /** Whether the northbound database answers and has no router at all. */
    public static boolean isEmpty(Observation seen) {
        Answer ports = seen.cluster(ROUTER_PORTS);
        return ports.ok() && OvsdbTable.of(ports).isEmpty();
    }
}
