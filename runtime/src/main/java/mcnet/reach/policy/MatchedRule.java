package mcnet.reach.policy;

import java.util.List;
import mcnet.check.view.AclView;
import mcnet.model.Statement.Rule;
import mcnet.reach.packet.PacketSet;

/**
 * A rule of an ACL with the packets that it matches.
 *
 * @param addressed by addresses on either side, wherever the packets come from
 * @param named where the other side is one that the rule names: {@code internal}, {@code external}, an ACL
 * @param names those names; ACLs with {@code acl } before
 * @param unknown packets that it may match as well: it names something whose addresses are not in the file
 */
public record MatchedRule(Rule rule, AclView acl, PacketSet addressed, PacketSet named, List<String> names,
        PacketSet unknown) {
    static final String INTERNAL = "internal";
    static final String EXTERNAL = "external";
    static final String ACL = "acl ";
}
