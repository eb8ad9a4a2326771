package mcnet.ovn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.plan.Verdict;
import mcnet.product.AclLayout;

/** OVN's port groups: which NICs rules are about. */
public final class PortGroups {
    private PortGroups() {}

    /** The ids of the ports in a group; empty where there is no such group. {@link Ovn#PORT_GROUPS} must be known. */
    public static Optional<List<String>> ports(String group, Observation seen) {
        return OvsdbTable.of(seen.cluster(Ovn.PORT_GROUPS)).stream()
                .filter((Map<String, JsonNode> r) -> OvsdbTable.text(r.get("name")).equals(group))
                .map(r -> OvsdbTable.set(r.get("ports"))).findFirst();
    }

    /**
     * What takes away groups of an ACL on a network whose ACL's own group is gone: LXD makes all of them together, and
     * fails over one that is there already ({@code lxd/network/acl/acl_ovn.go OVNEnsureACLs}). Empty where there is none.
     */
    public static String removal(Observation seen) {
        List<String> names = OvsdbTable.of(seen.cluster(Ovn.PORT_GROUPS)).stream()
                .map((Map<String, JsonNode> r) -> OvsdbTable.text(r.get("name"))).toList();
        return names.stream().filter(name -> !AclLayout.isMain(name))
                .filter(name -> names.stream().filter(AclLayout::isMain)
                        .noneMatch(main -> AclLayout.acl(main).equals(AclLayout.acl(name))))
                .map(name -> "ovn-nbctl pg-del " + name + " && ").collect(Collectors.joining());
    }

    /** These ports are not in the group where they belong. */
    public static Verdict fault(List<String> ports, String group) {
        return Verdict.fails(String.join(", ", ports) + (ports.size() == 1 ? " is" : " are") + " not in " + group,
                "the port group was changed outside LXD or written again, and LXD adds a NIC to it only when"
                        + " the instance starts; until then its rules do not apply to it",
                "restart the instance of this port (lxc list volatile.uuid=UUID, where UUID is part of the"
                        + " port's name):"
                        + " lxc restart NAME");
    }
}
