package mcnet.check.rule.acl;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.AclView;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Statement;
import mcnet.model.Statement.Direction;
import mcnet.model.Subject;
import mcnet.schema.Family;

/** Whom a rule names must be able to come by. */
public final class RuleSubjects implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (AclView acl : facts.acls())
            acl.declaration().statements(Statement.Rule.class)
                    .forEach(rule -> rule.others().forEach(place -> check(acl, rule, place, facts, report)));
    }

    private static void check(AclView acl, Statement.Rule rule, Subject place, ProgramView facts,
            Consumer<Diagnostic> report) {
        switch (place) {
            case Subject.Thing t when t.kind().equals(KindName.NETWORK) -> facts.network(t.name(), acl.project())
                    .ifPresent(n -> network(acl, rule, t, n, facts, report));
            case Subject.PeerSide p -> side(acl, p, facts, report);
            case Subject.Word w when w.word().equals("external") -> external(acl, rule, w, facts, report);
            default -> {}
        }
    }

    private static void network(AclView acl, Statement.Rule rule, Subject.Thing place, NetworkView other,
            ProgramView facts,
            Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            if (other.has(family) && other.address(family).isEmpty()
                    && !facts.invalidParts().about(other.declaration(), FamilyBlocks.path(family, "address")))
                report.accept(Diagnostic.error("MC0356", "the addresses of " + other.title() + " are unknown",
                        new Label(place.span(), ""), new Label(other.declaration().span(), "the server chooses them"))
                        .why("the server has no rules for networks, so mcnet writes the network's addresses"
                                + " into the rule")
                        .fix("write the address of the network instead of auto"));
        Optional<NetworkView> apart = facts.networks().stream()
                .filter(n -> n.acls().contains(acl) && !n.declaration().equals(other.declaration()))
                .filter(n -> !facts.peered(n, other)).findFirst();
        boolean hidden = FamilyBlocks.BOTH.stream().filter(other::has).allMatch(other::hidden);
        if (rule.direction() == Direction.INGRESS && hidden && apart.isPresent())
            report.accept(Diagnostic.warning("MC0357", "traffic from " + other.title() + " does not arrive with"
                    + " its own addresses",
                    new Label(place.span(), ""), new Label(apart.get().declaration().span(), "is not peered with it"))
                    .why("it uses NAT, so its traffic over the uplink has the router's address as source")
                    .fix("add peer " + other.declaration().name() + " <-> " + apart.get().declaration().name()));
    }

    private static void side(AclView acl, Subject.PeerSide place, ProgramView facts, Consumer<Diagnostic> report) {
        Optional<NetworkView> one = facts.network(place.network(), acl.project());
        Optional<NetworkView> other = facts.network(place.other(), acl.project());
        if (one.isPresent() && other.isPresent() && !facts.peered(one.get(), other.get()))
            report.accept(Diagnostic.error("MC0358", place.network() + " and " + place.other() + " are not peered",
                    new Label(place.span(), "")).why("a rule can use only a peering that exists")
                    .fix("add peer " + place.network() + " <-> " + place.other()));
        one.ifPresent(own -> carrier(acl, own, facts).ifPresent(elsewhere -> report.accept(Diagnostic
                .error("MC0377", acl.declaration().title() + " cannot be used by " + elsewhere.title(),
                        new Label(place.span(), "a peering of " + own.title()),
                        new Label(elsewhere.span(), "uses the acl"))
                .why("the server accepts a peering in rules only on the network that has it, and refuses the acl on"
                        + " any other network")
                .fix("put the rule into a separate acl, used only by " + own.title()))));
    }

    /** Another network that carries the ACL, or a NIC on another network that does. */
    private static Optional<Declaration> carrier(AclView acl, NetworkView own, ProgramView facts) {
        return facts.networks().stream().filter(n -> n.acls().contains(acl) && n != own).map(NetworkView::declaration)
                .findFirst().or(() -> Stream.of(KindName.PROFILE, KindName.INSTANCE).flatMap(facts.program()::all)
                        .filter(owner -> owner.inside().networks().equals(acl.project()))
                        .flatMap(owner -> owner.nested(KindName.NIC))
                        .filter(nic -> ListSettings.texts(nic, "acls").contains(acl.declaration().name()))
                        .filter(nic -> facts.network(ListSettings.word(nic, "network"), acl.project())
                                .filter(n -> n != own).isPresent())
                        .findFirst());
    }

    private static void external(AclView acl, Statement.Rule rule, Subject.Word place, ProgramView facts,
            Consumer<Diagnostic> report) {
        if (rule.verdict() == Statement.Verdict.ALLOW)
            return;
        facts.networks().stream().filter(n -> n.acls().contains(acl))
                .filter(n -> facts.networks().stream().anyMatch(o -> o != n && facts.peered(n, o))).findFirst()
                .ifPresent(n -> report.accept(Diagnostic.warning("MC0359", "this rule also blocks the peerings"
                        + " of " + n.title(), new Label(place.span(), ""), new Label(n.declaration().span(), ""))
                        .why("`external` is everything that comes through the network's router, peers and"
                                + " forwards included")
                        .fix("write the addresses that are meant, if peers must stay reachable")));
    }
}
