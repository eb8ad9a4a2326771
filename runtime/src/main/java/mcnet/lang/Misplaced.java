package mcnet.lang;

import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Sentence;
import mcnet.schema.Kind;
import mcnet.schema.Sentences;

/** Items in the wrong place: what they are called, where a message points, and where they belong. */
final class Misplaced {
    private Misplaced() {}

    /** Outside of all declarations. */
    static Diagnostic outside(Item item) {
        return Diagnostic.error("MC0251", title(item) + " stands in " + home(item), new Label(head(item), ""))
                .why("it says something of the declaration around it").fix("move it there");
    }

    /** In a declaration that does not take it. */
    static Diagnostic inside(Item item, Kind kind) {
        boolean isDefault = item instanceof Item.Said(Sentence.Default _, Span _);
        Diagnostic error = Diagnostic.error("MC0252", Phrases.article(kind.name()) + " takes no " + title(item),
                new Label(head(item), ""));
        return kind.name().equals("acl") && isDefault
                ? error.why("the default belongs to the network: rules of several ACLs meet there")
                        .fix("write it in the network or the NIC that carries the ACL")
                : error.why("nothing would come of it here").fix("it stands in " + home(item));
    }

    private static String title(Item item) {
        return switch (item) {
            case Item.Inventory _ -> "`inventory`";
            case Item.On _ -> "`on`";
            case Item.Expect _ -> "`expect`";
            case Item.Program _ -> "`program`";
            case Item.Said said -> switch (said.sentence()) {
                case Sentence.Rule _ -> "rule";
                case Sentence.Default _ -> "`otherwise`";
                case Sentence.DefaultTarget _ -> "`otherwise ->`";
                case Sentence.Translation _ -> "port to send on";
                case Sentence.Peer _ -> "`peer`";
                case Sentence.Naming _ -> "`service`";
                case Sentence.Flow _ -> "`flow`";
            };
            default -> "this";
        };
    }

    private static String home(Item item) {
        return switch (item) {
            case Item.Inventory _ -> "a cluster";
            case Item.On _ -> "the declaration whose exception it is";
            case Item.Said said -> switch (said.sentence()) {
                case Sentence.Rule _ -> "an acl";
                case Sentence.Default _ -> "a network or a nic";
                case Sentence.DefaultTarget _ -> "a forward";
                case Sentence.Translation _ -> "a forward or a balancer";
                default -> "the program, outside of all declarations";
            };
            default -> "the program, outside of all declarations";
        };
    }

    /** What a kind must take so that the sentence may stand in it; empty: no kind takes it. */
    static Optional<Sentences> sort(Sentence sentence) {
        return switch (sentence) {
            case Sentence.Rule _ -> Optional.of(Sentences.RULES);
            case Sentence.Default _ -> Optional.of(Sentences.DEFAULTS);
            case Sentence.DefaultTarget _ -> Optional.of(Sentences.REST);
            case Sentence.Translation _ -> Optional.of(Sentences.PORTS);
            default -> Optional.empty();
        };
    }

    /** Its first line. */
    static Span head(Item item) {
        Span span = item.span();
        int end = span.text().indexOf('\n');
        return end < 0
                ? span
                : new Span(span.source(), span.start(),
                        span.start() + span.text().substring(0, end).stripTrailing().length());
    }
}
