package mcnet.language.read;

import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.StatementNode;
import mcnet.language.print.ExpressionText;
import mcnet.model.KindName;
import mcnet.schema.Kind;
import mcnet.schema.StatementKinds;

/** Items in the wrong place: what they are called, where a message points, and where they belong. */
public final class MisplacedItems {
    private MisplacedItems() {}

    /** Outside of all declarations. */
    static Diagnostic outside(Item item) {
        return Diagnostic.error("MC0251", title(item) + " must be in " + home(item), new Label(head(item), ""))
                .why("it applies to the declaration around it").fix("move it there");
    }

    /** In a declaration that does not take it. */
    static Diagnostic inside(Item item, Kind kind) {
        boolean isDefault = item instanceof Item.Statement(StatementNode.Default _, Span _);
        Diagnostic error = Diagnostic.error("MC0252", title(item) + " is not allowed"
                + " in " + ExpressionText.article(kind.name()),
                new Label(head(item), ""));
        return kind.name().equals(KindName.ACL) && isDefault
                ? error.why("the default belongs to the network, because the rules of several ACLs apply there")
                        .fix("write it in the network or the NIC that uses the ACL")
                : error.why("it would have no effect here").fix("write it in " + home(item));
    }

    private static String title(Item item) {
        return switch (item) {
            case Item.Inventory _ -> "`inventory`";
            case Item.On _ -> "`on`";
            case Item.Expect _ -> "`expect`";
            case Item.Program _ -> "`program`";
            case Item.Statement said -> switch (said.sentence()) {
                case StatementNode.Rule _ -> "rule";
                case StatementNode.Default _ -> "`otherwise`";
                case StatementNode.DefaultTarget _ -> "`otherwise ->`";
                case StatementNode.Translation _ -> "port to send on";
                case StatementNode.Peer _ -> "`peer`";
                case StatementNode.Naming _ -> "`service`";
                case StatementNode.Flow _ -> "`flow`";
            };
            default -> "this";
        };
    }

    private static String home(Item item) {
        return switch (item) {
            case Item.Inventory _ -> "a cluster";
            case Item.On _ -> "the declaration that it changes for a member";
            case Item.Statement said -> switch (said.sentence()) {
                case StatementNode.Rule _ -> "an acl";
                case StatementNode.Default _ -> "a network or a nic";
                case StatementNode.DefaultTarget _ -> "a forward";
                case StatementNode.Translation _ -> "a forward or a balancer";
                default -> "the program, outside of all declarations";
            };
            default -> "the program, outside of all declarations";
        };
    }

    /** What a kind must take so that the sentence may stand in it; empty: no kind takes it. */
    static Optional<StatementKinds> sort(StatementNode sentence) {
        return switch (sentence) {
            case StatementNode.Rule _ -> Optional.of(StatementKinds.RULES);
            case StatementNode.Default _ -> Optional.of(StatementKinds.DEFAULTS);
            case StatementNode.DefaultTarget _ -> Optional.of(StatementKinds.REST);
            case StatementNode.Translation _ -> Optional.of(StatementKinds.PORTS);
            default -> Optional.empty();
        };
    }

    /** Its first line. */
    public static Span head(Item item) {
        Span span = item.span();
        int end = span.text().indexOf('\n');
        return end < 0
                ? span
                : new Span(span.source(), span.start(),
                        span.start() + span.text().substring(0, end).stripTrailing().length());
    }
}
