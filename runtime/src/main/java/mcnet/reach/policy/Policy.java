package mcnet.reach.policy;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.check.view.AclView;
import mcnet.model.Declaration;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Otherwise;
import mcnet.model.Statement.Verdict;
import mcnet.reach.fact.ServerFact;
import mcnet.reach.packet.AddressBlocks;
import mcnet.reach.packet.Packet;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.topology.HostGroup;
import mcnet.reach.topology.Topology;

/**
 * Which packets the ACLs let through the switch of a network. All rules of sender and receiver stand in one table of the
 * switch, by their {@link Priority}; after them the sender's default for egress, then the receiver's default for ingress
 * ({@code lxd/network/acl/acl_ovn.go}: priorities 111 and 100). A NIC without an ACL has no default.
 */
public final class Policy {
    private final Topology topology;
    private final boolean reversible;
    /** By identity, as all here: to compare declarations would cost more than to read them again. */
    private final Map<Declaration, List<MatchedRule>> rules = new IdentityHashMap<>();
    private final Map<HostGroup, Admission> leaving = new IdentityHashMap<>();
    private final Map<HostGroup, Admission> entering = new IdentityHashMap<>();
    private final Map<HostGroup, Map<HostGroup, Admission>> inside = new IdentityHashMap<>();

    public Policy(Topology topology) {
        this.topology = topology;
        this.reversible = topology.program().server().hasDirectionalAcls();
    }

    /** A rule of one end of a way. */
    private record Placed(MatchedRule rule, Priority priority) {
        boolean allows() {
            return rule.rule().verdict() == Verdict.ALLOW;
        }
    }

    /**
     * All that a way lets through.
     *
     * @param doubts packets that are not certain, with the reason
     */
    private record Admission(PacketSet certain, PacketSet possible, List<Doubt> doubts) {}

    private record Doubt(String why, PacketSet packets) {}

    /** The rules of an ACL that are not disabled, in the order of the text. */
    public List<MatchedRule> rules(AclView acl) {
        return rules.computeIfAbsent(acl.declaration(), _ -> RuleReader.all(acl, topology));
    }

    /** Those of some packets that get through. */
    public PacketSet admitted(PacketSet packets, Crossing crossing, Bound bound) {
        if (packets.isEmpty()) return packets;
        Admission all = admission(crossing);
        return packets.intersection(bound == Bound.CERTAIN ? all.certain : all.possible);
    }

    /** What keeps some packets from being certain. */
    public Set<String> reasons(PacketSet packets, Crossing crossing) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Doubt doubt : admission(crossing).doubts)
            if (doubt.packets.overlaps(packets)) reasons.add(doubt.why);
        return reasons;
    }

    /** Each way is asked about again and again. */
    private Admission admission(Crossing crossing) {
        if (crossing.to().isEmpty())
            return leaving.computeIfAbsent(crossing.from().orElseThrow(), _ -> computed(crossing));
        if (crossing.from().isEmpty())
            return entering.computeIfAbsent(crossing.to().orElseThrow(), _ -> computed(crossing));
        return inside.computeIfAbsent(crossing.from().get(), _ -> new IdentityHashMap<>())
                .computeIfAbsent(crossing.to().get(), _ -> computed(crossing));
    }

    private Admission computed(Crossing crossing) {
        PacketSet all = PacketSet.between(crossing.from().map(HostGroup::addresses).orElse(AddressBlocks.ALL),
                crossing.to().map(HostGroup::addresses).orElse(AddressBlocks.ALL));
        if (isUnknown(crossing)) return new Admission(PacketSet.NONE, all, unknown(crossing, all));
        List<Placed> rules = rules(crossing);
        List<Doubt> doubts = new ArrayList<>();
        for (Placed each : rules) {
            PacketSet doubtful = matched(each.rule, crossing, Bound.POSSIBLE)
                    .without(matched(each.rule, crossing, Bound.CERTAIN));
            if (!doubtful.isEmpty()) doubts.add(new Doubt(why(each.rule), doubtful));
        }
        PacketSet undecided = undecided(crossing, rules);
        if (!undecided.isEmpty()) doubts.add(new Doubt(ServerFact.SAME_PRIORITY.text(), undecided));
        PacketSet certain = certain(all, crossing, rules);
        return new Admission(certain, doubts.isEmpty() ? certain : possible(all, crossing, rules), doubts);
    }

    private static List<Doubt> unknown(Crossing crossing, PacketSet all) {
        List<Doubt> doubts = new ArrayList<>();
        for (Optional<HostGroup> end : List.of(crossing.from(), crossing.to()))
            end.map(HostGroup::unknownAcls).filter(u -> !u.isEmpty()).ifPresent(why -> doubts.add(new Doubt(why, all)));
        return doubts;
    }

    private static String why(MatchedRule rule) {
        return rule.unknown().isEmpty()
                ? ServerFact.GROUPS_BETWEEN_MEMBERS.text()
                : "a rule of acl " + rule.acl().declaration().name() + " names something whose addresses are not"
                        + " in the file";
    }

    /** Allowed for sure before anything may deny it. */
    private static PacketSet certain(PacketSet all, Crossing crossing, List<Placed> rules) {
        PacketSet left = all;
        PacketSet admitted = PacketSet.NONE;
        for (Priority priority : Priority.values()) {
            for (Placed each : rules)
                if (each.priority == priority && !each.allows())
                    left = left.without(matched(each.rule, crossing, Bound.POSSIBLE));
            for (Placed each : rules)
                if (each.priority == priority && each.allows())
                    admitted = admitted.union(left.intersection(matched(each.rule, crossing, Bound.CERTAIN)));
        }
        return isAllowedByDefault(crossing) ? admitted.union(left) : admitted;
    }

    /** Perhaps allowed before anything denies it for sure; of two rules of one priority either may decide. */
    private static PacketSet possible(PacketSet all, Crossing crossing, List<Placed> rules) {
        PacketSet left = all;
        PacketSet admitted = PacketSet.NONE;
        for (Priority priority : Priority.values()) {
            for (Placed each : rules)
                if (each.priority == priority && each.allows())
                    admitted = admitted.union(left.intersection(matched(each.rule, crossing, Bound.POSSIBLE)));
            for (Placed each : rules)
                if (each.priority == priority && !each.allows())
                    left = left.without(matched(each.rule, crossing, Bound.CERTAIN));
        }
        return isAllowedByDefault(crossing) ? admitted.union(left) : admitted;
    }

    /** Where a rule of the one end allows what a rule of the other end denies, with the same priority. */
    private static PacketSet undecided(Crossing crossing, List<Placed> rules) {
        PacketSet undecided = PacketSet.NONE;
        for (Placed allow : rules)
            for (Placed deny : rules)
                if (allow.allows() && !deny.allows() && allow.priority == deny.priority)
                    undecided = undecided.union(matched(allow.rule, crossing, Bound.POSSIBLE)
                            .intersection(matched(deny.rule, crossing, Bound.POSSIBLE)));
        return undecided;
    }

    /** What decides about one packet, as far as it is certain. */
    public PacketDecision decision(Packet packet, Crossing crossing) {
        if (isUnknown(crossing)) return new PacketDecision(true, "its ACLs are not known", Optional.empty());
        PacketSet alone = packet.alone();
        for (Priority priority : Priority.values())
            for (Placed each : rules(crossing))
                if (each.priority == priority && matched(each.rule, crossing, Bound.CERTAIN).overlaps(alone))
                    return new PacketDecision(each.allows(),
                            done(each.rule.rule().verdict()) + " by acl " + each.rule.acl().declaration().name(),
                            Optional.of(each.rule.rule().span()));
        return byDefault(crossing);
    }

    private static boolean isUnknown(Crossing crossing) {
        return crossing.from().filter(g -> !g.unknownAcls().isEmpty()).isPresent()
                || crossing.to().filter(g -> !g.unknownAcls().isEmpty()).isPresent();
    }

    private static boolean isAllowedByDefault(Crossing crossing) {
        return byDefault(crossing).passes();
    }

    private static PacketDecision byDefault(Crossing crossing) {
        if (crossing.from().filter(HostGroup::hasAcls).isPresent())
            return byDefault(crossing.from().get(), Direction.EGRESS);
        if (crossing.to().filter(HostGroup::hasAcls).isPresent())
            return byDefault(crossing.to().get(), Direction.INGRESS);
        return new PacketDecision(true, "no ACL", Optional.empty());
    }

    private static PacketDecision byDefault(HostGroup group, Direction direction) {
        boolean egress = direction == Direction.EGRESS;
        Optional<Otherwise> said = egress ? group.egress() : group.ingress();
        Verdict verdict = said.map(Otherwise::verdict).orElse(Verdict.REJECT);
        return new PacketDecision(verdict == Verdict.ALLOW,
                done(verdict) + " by the default for " + (egress ? "egress" : "ingress") + " of " + group.title(),
                said.map(Otherwise::span));
    }

    private static String done(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> "allowed";
            case REJECT -> "rejected";
            case DROP -> "dropped";
        };
    }

    /** Egress rules of the sender, ingress rules of the receiver. */
    private List<Placed> rules(Crossing crossing) {
        List<Placed> all = new ArrayList<>();
        crossing.from().ifPresent(g -> add(g, Direction.EGRESS, all));
        crossing.to().ifPresent(g -> add(g, Direction.INGRESS, all));
        return all;
    }

    private void add(HostGroup group, Direction direction, List<Placed> all) {
        boolean reversed = reversible && byDefault(group, direction).passes();
        for (AclView acl : group.acls())
            for (MatchedRule rule : rules(acl))
                if (rule.rule().direction() == direction)
                    all.add(new Placed(rule, Priority.of(rule.rule().verdict(), reversed)));
    }

    /** What a rule matches on a way, for sure or at most. */
    private static PacketSet matched(MatchedRule rule, Crossing crossing, Bound bound) {
        boolean doubtful = crossing.isInside() && rule.rule().direction() == Direction.EGRESS;
        PacketSet sure = doubtful ? PacketSet.NONE : rule.addressed();
        if (!doubtful && isNamed(rule, crossing, Bound.CERTAIN)) sure = sure.union(rule.named());
        if (bound == Bound.CERTAIN) return sure;
        PacketSet most = rule.addressed().union(rule.unknown());
        return isNamed(rule, crossing, Bound.POSSIBLE) ? most.union(rule.named()) : most;
    }

    /** The other side of the rule is one that it names. */
    private static boolean isNamed(MatchedRule rule, Crossing crossing, Bound bound) {
        if (rule.names().isEmpty()) return false;
        Optional<HostGroup> other = rule.rule().direction() == Direction.INGRESS ? crossing.from() : crossing.to();
        if (other.isEmpty()) return rule.names().contains(MatchedRule.EXTERNAL);
        return bound == Bound.POSSIBLE && (rule.names().contains(MatchedRule.INTERNAL)
                || other.get().acls().stream().anyMatch(a -> rule.names().contains(MatchedRule.ACL + name(a, rule))));
    }

    private static String name(AclView acl, MatchedRule rule) {
        return acl.project().equals(rule.acl().project())
                ? acl.declaration().name()
                : acl.project() + "." + acl.declaration().name();
    }
}
