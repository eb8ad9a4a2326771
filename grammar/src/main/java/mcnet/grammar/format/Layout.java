package mcnet.grammar.format;

import static mcnet.grammar.antlr.McnetParser.*;

import java.util.ArrayList;
import java.util.List;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What the grammar read, as a document: every word in its order, line ends only between items and in brackets. */
final class Layout {
    private final Comments comments;
    private final Spacing spacing = new Spacing();
    private Token before;
    /** Ports said at the end of the rule at hand, which stand behind their protocol. */
    private PortsContext trailing;
    /** The {@code not} of {@code not reaches}. */
    private Token never;

    Layout(Comments comments) {
        this.comments = comments;
    }

    Doc file(FileContext file) {
        List<Doc> docs = items(file.item(), new Doc.Line("", false));
        Token end = file.EOF().getSymbol();
        List<Doc> last = comments.above(end);
        if (!last.isEmpty() && !docs.isEmpty())
            docs.add(new Doc.Line("", before != null && comments.blankBetween(before, end)));
        docs.addAll(last);
        return new Doc.Many(docs);
    }

    /** Items with line ends between them. */
    private List<Doc> items(List<? extends ParserRuleContext> items, Doc.Line between) {
        List<Row> rows = new ArrayList<>();
        for (ParserRuleContext item : items) {
            boolean apart = before != null && !rows.isEmpty() && comments.blankBetween(before, item.getStart());
            rows.add(row(item, apart));
        }
        return joined(rows, between);
    }

    private static List<Doc> joined(List<Row> rows, Doc.Line between) {
        List<Doc> docs = new ArrayList<>();
        List<Doc> aligned = Row.aligned(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0)
                docs.add(new Doc.Line(between.flat(), rows.get(i).apart()));
            docs.add(aligned.get(i));
        }
        return docs;
    }

    private Row row(ParserRuleContext item, boolean apart) {
        before = null;
        int cut = cut(item);
        trailing = item instanceof SentenceContext sentence ? RulePorts.trailing(sentence) : null;
        prepare(item);
        Doc head = docs(item.children.subList(0, cut));
        return new Row(cut == 0 ? "" : item.getClass().getSimpleName(), head,
                docs(item.children.subList(cut, item.getChildCount())), apart);
    }

    /** Where the tail begins that stands below those of its neighbours. */
    private static int cut(ParserRuleContext item) {
        return switch (item) {
            case AttributeContext _,SentenceContext _ -> 1;
            case LetContext c -> c.children.indexOf(c.IS());
            case NamedServiceContext c -> c.children.indexOf(c.IS());
            case TranslationContext c -> c.children.indexOf(c.ARROW());
            default -> 0;
        };
    }

    private Doc docs(List<? extends ParseTree> trees) {
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++)
            docs.add(RulePorts.isDropped(trees, i, trailing) ? comments(start(trees.get(i))) : doc(trees.get(i)));
        return new Doc.Many(docs);
    }

    private Doc doc(ParseTree tree) {
        if (tree instanceof ParserRuleContext context)
            prepare(context);
        return switch (tree) {
            case TerminalNode leaf -> word(leaf.getSymbol());
            case BodyContext c -> braces(c, c.item());
            case ClaimsContext c -> braces(c, c.claim());
            case MapContext c -> map(c);
            case ListContext c -> list(c);
            case ArgumentsContext c -> elements(c);
            case ParametersContext c -> elements(c);
            case ServiceContext c when trailing != null && c.getParent() instanceof SentenceContext ->
                Doc.many(docs(c.children), docs(trailing.children));
            case PortsContext c when c == trailing && c.getParent() instanceof ReachContext -> Doc.NOTHING;
            case ParserRuleContext c -> c.children == null ? Doc.NOTHING : docs(c.children);
            default -> Doc.NOTHING;
        };
    }

    /** Signs that have no blank around them although they look like others that have. */
    private void prepare(ParserRuleContext context) {
        switch (context) {
            case NegationContext c -> spacing.tightBehind(c.getStart());
            case SubjectContext c when c.SLASH() != null -> {
                spacing.tightBefore(c.SLASH().getSymbol());
                spacing.tightBehind(c.SLASH().getSymbol());
            }
            case TypeContext c when c.OPEN() != null -> {
                spacing.tightBehind(c.getStart());
                spacing.tightBefore(c.getStop());
            }
            case ReachesContext c when c.NOT() != null -> never = c.NOT().getSymbol();
            default -> {}
        }
    }

    private Doc word(Token token) {
        String gap = spacing.between(before, token);
        before = token;
        return Doc.many(new Doc.Text(gap), new Doc.Many(comments.above(token)), new Doc.Text(spelled(token)),
                comments.behind(token));
    }

    private String spelled(Token token) {
        return token == never ? "never" : comments.words(token);
    }

    private Doc braces(ParserRuleContext context, List<? extends ParserRuleContext> items) {
        Doc open = word(context.getStart());
        return bracketed(context, open, items(items, new Doc.Line("  ", false)), " ");
    }

    private Doc map(MapContext map) {
        Doc open = word(map.getStart());
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i + 2 < map.getChildCount(); i += 3) {
            Token first = start(map.getChild(i));
            boolean apart = !rows.isEmpty() && comments.blankBetween(before, first);
            before = null;
            Doc head = doc(map.getChild(i));
            rows.add(new Row("entry", head, docs(map.children.subList(i + 1, i + 3)), apart));
        }
        return bracketed(map, open, joined(rows, new Doc.Line("  ", false)), " ");
    }

    private Doc list(ListContext list) {
        Doc open = word(list.getStart());
        List<ParseTree> inside = list.children.subList(1, list.getChildCount() - 1);
        return list.FOR() != null
                ? bracketed(list, open, List.of(docs(inside)), "")
                : bracketed(list, open, inside.isEmpty() ? List.of() : List.of(commaSeparated(inside)), "");
    }

    /** What stands between two parentheses, which the context around has. */
    private Doc elements(ParserRuleContext context) {
        var siblings = ((ParserRuleContext) context.getParent()).children;
        int at = siblings.indexOf(context);
        Doc inside = Doc.many(new Doc.Line("", false), commaSeparated(context.children));
        return new Doc.Group(Doc.many(new Doc.Nest(inside), new Doc.Line("", false)),
                !comments.onOneLine(start(siblings.get(at - 1)), start(siblings.get(at + 1))));
    }

    /** A comma behind the last stands there only where each has a line of its own. */
    private Doc commaSeparated(List<ParseTree> trees) {
        List<Doc> docs = new ArrayList<>();
        for (int i = 0; i < trees.size(); i += 2) {
            docs.add(doc(trees.get(i)));
            if (i + 2 < trees.size()) {
                docs.add(doc(trees.get(i + 1)));
                docs.add(new Doc.Line(" ", comments.blankBetween(before, start(trees.get(i + 2)))));
                before = null;
            }
        }
        docs.add(new Doc.Broken(","));
        if (trees.size() % 2 == 0)
            docs.add(comments(start(trees.getLast())));
        return new Doc.Many(docs);
    }

    /** Those of a word that is left out. */
    private Doc comments(Token token) {
        return Doc.many(new Doc.Many(comments.above(token)), comments.behind(token));
    }

    private Doc bracketed(ParserRuleContext context, Doc open, List<Doc> inside, String edge) {
        Token close = context.getStop();
        Doc dangling = dangling(close);
        if (inside.isEmpty() && dangling == Doc.NOTHING) {
            before = close;
            return Doc.many(open, new Doc.Text(edge), new Doc.Text(comments.words(close)), comments.behind(close));
        }
        List<Doc> nested = new ArrayList<>();
        nested.add(new Doc.Line(edge, false));
        nested.addAll(inside);
        nested.add(dangling);
        before = close;
        return Doc.many(open, new Doc.Group(
                Doc.many(new Doc.Nest(new Doc.Many(nested)), new Doc.Line(edge, false)),
                !comments.onOneLine(context.getStart(), close)), new Doc.Text(comments.words(close)),
                comments.behind(close));
    }

    /** Comments between the last thing inside and the closing bracket. */
    private Doc dangling(Token close) {
        List<Doc> above = comments.above(close);
        if (above.isEmpty())
            return Doc.NOTHING;
        List<Doc> docs = new ArrayList<>();
        docs.add(new Doc.Line("", before != null && before.getType() != McnetLexer.OPEN
                && comments.blankBetween(before, close)));
        docs.addAll(above);
        return new Doc.Many(docs);
    }

    private static Token start(ParseTree tree) {
        return tree instanceof TerminalNode leaf ? leaf.getSymbol() : ((ParserRuleContext) tree).getStart();
    }
}
