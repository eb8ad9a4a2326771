package mcnet.check.rule.bridge;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AclView;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.KindName;
import mcnet.model.Statement;
import mcnet.model.Subject;

/**
 * On a bridge the member's firewall applies the rules, and knows addresses only ({@code
 * lxd/firewall/drivers/drivers_nftables.go aclRuleSubjectToACLMatch}).
 */
public final class BridgeRuleSubjects implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView bridge : facts.bridges())
            for (AclView acl : bridge.acls())
                acl.declaration().statements(Statement.Rule.class).forEach(rule -> rule.others().stream()
                        .filter(BridgeRuleSubjects::isNamed)
                        .forEach(place -> report.accept(error(bridge, acl, place))));
    }

    private static boolean isNamed(Subject place) {
        return switch (place) {
            case Subject.Word w -> !w.word().equals("any");
            case Subject.PeerSide _ -> true;
            case Subject.Thing t -> t.kind().equals(KindName.ACL);
            default -> false;
        };
    }

    private static Diagnostic error(NetworkView bridge, AclView acl, Subject place) {
        return Diagnostic.error("MC0499", acl.declaration().title() + " cannot be used by " + bridge.title(),
                new Label(place.span(), "a name that only OVN knows"),
                new Label(bridge.declaration().span(), "uses it"))
                .why("the firewall of the member applies the rules of a bridge, and it knows addresses only")
                .fix("write addresses here, or use a separate acl for the bridge");
    }
}
