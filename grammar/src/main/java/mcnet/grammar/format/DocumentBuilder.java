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
final class DocumentBuilder {
    private final Comments comments;
    private final Spacing spacing = new Spacing();
    private Token before;
    /** Ports said at the end of the rule at hand, which stand behind their protocol. */
    private PortsContext trailing;
    /** The {@code not} of {@code not reaches}. */
    private Token never;

    DocumentBuilder(Comments comments) {
        this.comments = comments;
    }

    Document file(FileContext file) {
        List<Document> docs = items(file.item(), new Document.Line("", false));
        Token end = file.EOF().getSymbol();
        List<Document> last = comments.above(end);
        if (!last.isEmpty() && !docs.isEmpty())
            docs.add(new Document.Line("", before != null && comments.blankBetween(before, end)));
        docs.addAll(last);
        return new Document.Many(docs);
    }

    /** Items with line ends between them. */
    private List<Document> items(List<? extends ParserRuleContext> items, Document.Line between) {
        List<Row> rows = new ArrayList<>();
        for (ParserRuleContext item : items) {
            boolean apart = before != null && !rows.isEmpty() && comments.blankBetween(before, item.getStart());
            rows.add(row(item, apart));
        }
        return joined(rows, between);
    }

    private static List<Document> joined(List<Row> rows, Document.Line between) {
        List<Document> docs = new ArrayList<>();
        List<Document> aligned = Row.aligned(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0)
                docs.add(new Document.Line(between.flat(), rows.get(i).apart()));
            docs.add(aligned.get(i));
        }
        return docs;
    }

    private Row row(ParserRuleContext item, boolean apart) {
        before = null;
        int cut = cut(item);
        trailing = item instanceof SentenceContext sentence ? RulePorts.trailing(sentence) : null;
        prepare(item);
        Document head = docs(item.children.subList(0, cut));
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

    private Document docs(List<? extends ParseTree> trees) {
        List<Document> docs = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++)
            docs.add(RulePorts.isDropped(trees, i, trailing) ? comments(start(trees.get(i))) : doc(trees.get(i)));
        return new Document.Many(docs);
    }

    private Document doc(ParseTree tree) {
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
                Document.many(docs(c.children), docs(trailing.children));
            case PortsContext c when c == trailing && c.getParent() instanceof ReachContext -> Document.NOTHING;
            case ParserRuleContext c -> c.children == null ? Document.NOTHING : docs(c.children);
            default -> Document.NOTHING;
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

    private Document word(Token token) {
        String gap = spacing.between(before, token);
        before = token;
        return Document.many(new Document.Text(gap), new Document.Many(comments.above(token)),
                new Document.Text(spelled(token)),
                comments.behind(token));
    }

    private String spelled(Token token) {
        return token == never ? "never" : comments.words(token);
    }

    private Document braces(ParserRuleContext context, List<? extends ParserRuleContext> items) {
        Document open = word(context.getStart());
        return bracketed(context, open, items(items, new Document.Line("  ", false)), " ");
    }

    private Document map(MapContext map) {
        Document open = word(map.getStart());
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i + 2 < map.getChildCount(); i += 3) {
            Token first = start(map.getChild(i));
            boolean apart = !rows.isEmpty() && comments.blankBetween(before, first);
            before = null;
            Document head = doc(map.getChild(i));
            rows.add(new Row("entry", head, docs(map.children.subList(i + 1, i + 3)), apart));
        }
        return bracketed(map, open, joined(rows, new Document.Line("  ", false)), " ");
    }

    private Document list(ListContext list) {
        Document open = word(list.getStart());
        List<ParseTree> inside = list.children.subList(1, list.getChildCount() - 1);
        return list.FOR() != null
                ? bracketed(list, open, List.of(docs(inside)), "")
                : bracketed(list, open, inside.isEmpty() ? List.of() : List.of(commaSeparated(inside)), "");
    }

    /** What stands between two parentheses, which the context around has. */
    private Document elements(ParserRuleContext context) {
        var siblings = ((ParserRuleContext) context.getParent()).children;
        int at = siblings.indexOf(context);
        Document inside = Document.many(new Document.Line("", false), commaSeparated(context.children));
        return new Document.Group(Document.many(new Document.Nest(inside), new Document.Line("", false)),
                !comments.onOneLine(start(siblings.get(at - 1)), start(siblings.get(at + 1))));
    }

    /** A comma behind the last stands there only where each has a line of its own. */
    private Document commaSeparated(List<ParseTree> trees) {
        List<Document> docs = new ArrayList<>();
        for (int i = 0; i < trees.size(); i += 2) {
            docs.add(doc(trees.get(i)));
            if (i + 2 < trees.size()) {
                docs.add(doc(trees.get(i + 1)));
                docs.add(new Document.Line(" ", comments.blankBetween(before, start(trees.get(i + 2)))));
                before = null;
            }
        }
        docs.add(new Document.Broken(","));
        if (trees.size() % 2 == 0)
            docs.add(comments(start(trees.getLast())));
        return new Document.Many(docs);
    }

    /** Those of a word that is left out. */
    private Document comments(Token token) {
        return Document.many(new Document.Many(comments.above(token)), comments.behind(token));
    }

    private Document bracketed(ParserRuleContext context, Document open, List<Document> inside, String edge) {
        Token close = context.getStop();
        Document dangling = dangling(close);
        if (inside.isEmpty() && dangling == Document.NOTHING) {
            before = close;
            return Document.many(open, new Document.Text(edge), new Document.Text(comments.words(close)),
                    comments.behind(close));
        }
        List<Document> nested = new ArrayList<>();
        nested.add(new Document.Line(edge, false));
        nested.addAll(inside);
        nested.add(dangling);
        before = close;
        return Document.many(open, new Document.Group(
                Document.many(new Document.Nest(new Document.Many(nested)), new Document.Line(edge, false)),
                !comments.onOneLine(context.getStart(), close)), new Document.Text(comments.words(close)),
                comments.behind(close));
    }

    /** Comments between the last thing inside and the closing bracket. */
    private Document dangling(Token close) {
        List<Document> above = comments.above(close);
        if (above.isEmpty())
            return Document.NOTHING;
        List<Document> docs = new ArrayList<>();
        docs.add(new Document.Line("", before != null && before.getType() != McnetLexer.OPEN
                && comments.blankBetween(before, close)));
        docs.addAll(above);
        return new Document.Many(docs);
    }

    private static Token start(ParseTree tree) {
        return tree instanceof TerminalNode leaf ? leaf.getSymbol() : ((ParserRuleContext) tree).getStart();
    }
}
