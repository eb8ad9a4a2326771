package mcnet.product;

import java.util.List;
import java.util.regex.Pattern;

/** How a server lays an ACL out in OVN's port groups. */
public enum AclLayout {
    /** One for the ACL, {@code lxd_acl3}, with its rules and its NICs ({@code lxd/network/acl/acl_ovn.go}). */
    ONE_GROUP,
    /**
     * One for each direction, {@code incus_acl3_ingress}, a second one for each with the priorities of actions reversed,
     * for NICs whose default is allow, and {@code incus_acl3_all} with all NICs, for rules that name ACLs
     * ({@code internal/server/network/acl/acl_ovn.go DirectionalPortGroups}).
     */
    DIRECTIONAL;

    private static final Pattern PART = Pattern
            .compile("(?<=_acl\\d{1,18})_(?:net\\d+|all|(?:in|e)gress(?:_reversed)?)$");

    public static AclLayout of(ServerFacts server) {
        return server.hasDirectionalAcls() ? DIRECTIONAL : ONE_GROUP;
    }

    /** What all groups of an ACL are called after: {@code incus_acl3} of {@code incus_acl3_ingress}. */
    public static String acl(String group) {
        return PART.matcher(group).replaceFirst("");
    }

    /**
     * The groups that hold a NIC.
     *
     * @param acl {@code incus_acl3}
     * @param ingress what the NIC does with packets to it that no rule is about: {@code allow}, {@code reject}, {@code drop}
     * @param egress the same with packets from it
     */
    public List<String> ofNic(String acl, String ingress, String egress) {
        return switch (this) {
            case ONE_GROUP -> List.of(acl);
            case DIRECTIONAL ->
                List.of(acl + "_all", directed(acl + "_ingress", ingress), directed(acl + "_egress", egress));
        };
    }

    private static String directed(String group, String defaultAction) {
        return defaultAction.equals("allow") ? group + "_reversed" : group;
    }

    /** Whether a group is one of those that each ACL has, whatever networks carry it. */
    public static boolean isMain(String group) {
        return !group.matches("[a-z]+_acl\\d+_net\\d+");
    }
}
