package mcnet.lang;

import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Sentence;

/** Items that are read and not built: what they are called, and where a message points. */
final class Unbuilt {
    private Unbuilt() {}

    static String title(Item item) {
        return switch (item) {
            case Item.Import _ -> "`import`";
            case Item.Inventory _ -> "`inventory`";
            case Item.Let _ -> "`let`";
            case Item.Param _ -> "`param`";
            case Item.Require _ -> "`require`";
            case Item.For _ -> "`for`";
            case Item.If _ -> "`if`";
            case Item.Blueprint _ -> "`blueprint`";
            case Item.Use _ -> "`use`";
            case Item.On _ -> "`on` outside of a declaration";
            case Item.Expect _ -> "`expect`";
            case Item.Said said -> switch (said.sentence()) {
                case Sentence.Rule _ -> "rules";
                case Sentence.Default _,Sentence.DefaultTarget _ -> "`otherwise`";
                case Sentence.Translation _ -> "forwarded ports";
                case Sentence.Peer _ -> "`peer`";
                case Sentence.Naming _ -> "`service`";
                case Sentence.Flow _ -> "`flow`";
            };
            default -> "this";
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
