package mcnet.grammar.recovery;

import java.util.List;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.Keywords;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what the parser could not read, and how what was begun goes on. */
public final class SyntaxErrors implements SyntaxErrorListener {
    /** Of durations. */
    private static final Set<String> UNITS = Set.of("s", "m", "h", "d");

    private final Source source;
    private final List<Diagnostic> found;

    public SyntaxErrors(Source source, List<Diagnostic> found) {
        this.source = source;
        this.found = found;
    }

    /** Where a slip or a missing bracket made it fail, that is reported already. */
    @Override
    public void failed(Parser parser, RecognitionException e) {
        TokenStream tokens = parser.getInputStream();
        Token guilty = e.getOffendingToken();
        int first = e instanceof NoViableAltException n ? n.getStartToken().getTokenIndex() : guilty.getTokenIndex();
        for (int i = first; i <= guilty.getTokenIndex(); i++)
            if (isReported(tokens.get(i)))
                return;
        Token begin = parser.getContext().getStart();
        Diagnostic error = parser.getContext() instanceof McnetParser.ItemContext item ? item(tokens, item, e) : null;
        if (error == null)
            error = expected(tokens, begin, e, parser.getContext() instanceof McnetParser.ClaimContext);
        found.add(error);
    }

    @Override
    public void comma(TokenStream tokens) {
        found.add(Diagnostic.error("MC0130", "attributes need no comma", label(tokens.LT(1), ""))
                .why("an attribute ends where the next word begins").fix("remove the comma"));
    }

    @Override
    public void bracketless(TokenStream tokens, Token first) {
        int last = 1;
        while (tokens.LA(last) == McnetLexer.COMMA && isValue(tokens.LA(last + 1)))
            last += 2;
        Span list = span(first).to(span(last == 1 ? tokens.LT(1) : tokens.LT(last - 1)));
        found.add(Diagnostic.error("MC0131", "a list needs brackets", new Label(list, ""))
                .why("without brackets mcnet cannot tell where the list ends")
                .fix("write [" + list.text() + (list.text().endsWith(",") ? " …" : "") + "]"));
    }

    @Override
    public void stray(Parser parser) {
        Token token = parser.getCurrentToken();
        if (isReported(token))
            return;
        if (token.getType() == McnetLexer.COMMA) {
            found.add(Diagnostic.error("MC0140", "expected another element after the comma", label(token, ""))
                    .fix("remove the comma, or write the missing element"));
            return;
        }
        Diagnostic error = Diagnostic.error("MC0132", "unexpected " + name(token),
                label(token, "an attribute, a block or a declaration begins with a word"));
        boolean reserved = Keywords.isReserved(token.getType());
        found.add(reserved
                ? error.why("`" + token.getText() + "` is a keyword")
                : error.fix("remove it, or write before"
                        + " it what it belongs to"));
    }

    /** What an item's first two words already give away, or null. */
    private Diagnostic item(TokenStream tokens, McnetParser.ItemContext item, RecognitionException e) {
        Token first = item.getStart();
        Token guilty = e.getOffendingToken();
        boolean key = first.getType() == McnetLexer.NAME || first.getType() == McnetLexer.PATH;
        if (item instanceof McnetParser.DeclarationContext && e.getCtx() instanceof McnetParser.BodyContext)
            return noBody(tokens, first, guilty);
        if (!key || guilty.getTokenIndex() != first.getTokenIndex() + 1 || item instanceof McnetParser.AttributeContext)
            return null;
        Label label = label(guilty, "behind " + first.getText());
        if (guilty.getType() == McnetLexer.COLON || guilty.getType() == McnetLexer.EQUAL)
            return Diagnostic.error("MC0133", "an attribute needs `=`", label)
                    .why("mcnet uses `=`, where other languages use `:` or `==`")
                    .fix("write " + first.getText() + " = …");
        if (guilty.getLine() == first.getLine() && isValue(guilty.getType()))
            return Diagnostic.error("MC0134", "`=` is missing between " + first.getText() + " and its value", label)
                    .fix("write " + first.getText() + " = " + guilty.getText());
        Token before = first.getTokenIndex() == 0 ? first : tokens.get(first.getTokenIndex() - 1);
        boolean behindValue = before != first && before.getLine() == first.getLine() && isValue(before.getType());
        Diagnostic alone = Diagnostic.error("MC0135", "`" + first.getText() + "` is incomplete: expected = or {",
                label(first, "")).why("without = or { } it sets nothing and declares nothing");
        if (behindValue && before.getType() == McnetLexer.INT && UNITS.contains(first.getText()))
            return alone.fix("write " + before.getText() + first.getText());
        if (behindValue)
            return alone.fix("write [" + before.getText() + ", " + first.getText() + "] for a list, or remove it");
        return alone.fix("write " + first.getText() + " = … for an attribute, " + first.getText()
                + " { … } for a block, " + first.getText() + " NAME { … } for a declaration");
    }

    private Diagnostic noBody(TokenStream tokens, Token first, Token guilty) {
        Token last = tokens.get(guilty.getTokenIndex() - 1);
        Span head = span(first).to(span(last));
        if (guilty.getLine() == first.getLine() && opensOnLine(tokens, guilty))
            return Diagnostic.error("MC0141", "`" + guilty.getText() + "` does not belong between `" + head.text()
                    + "` and its {", label(guilty, "")).why("a declaration has a kind, one name and a body")
                    .fix("remove it");
        if (guilty.getType() == McnetLexer.IS)
            return Diagnostic.error("MC0136", "`" + first.getText() + "` does not belong before `" + last.getText()
                    + " =`", label(first, "")).fix("remove it, or write before it what it belongs to");
        return Diagnostic.error("MC0137", "`" + head.text() + "` is incomplete: expected = or"
                + " {", new Label(head, "no = and no { }"))
                .why("a name alone sets nothing and declares nothing")
                .fix("write " + first.getText() + " = " + last.getText() + " for an attribute, " + head.text()
                        + " { } for a declaration");
    }

    private static boolean opensOnLine(TokenStream tokens, Token from) {
        for (int i = from.getTokenIndex(); i < tokens.size() && tokens.get(i).getLine() == from.getLine(); i++) {
            int type = tokens.get(i).getType();
            if (type == McnetLexer.OPEN || type == McnetLexer.IS)
                return type == McnetLexer.OPEN;
        }
        return false;
    }

    private Diagnostic expected(TokenStream tokens, Token begin, RecognitionException e, boolean claim) {
        Token guilty = e.getOffendingToken();
        boolean atOnce = !(e instanceof NoViableAltException n) || n.getStartToken() == guilty;
        IntervalSet set = atOnce && e.getExpectedTokens() != null ? e.getExpectedTokens() : new IntervalSet();
        String what = ExpectedTokens.words(set);
        String shape = shape(tokens, begin, set, claim);
        if (guilty.getType() == McnetLexer.QUANTITY && (!atOnce || set.contains(McnetLexer.NAME)))
            return Diagnostic.error("MC0142", "`" + guilty.getText() + "` cannot be a name here", label(guilty, ""))
                    .why("a name begins with a letter").fix("put it in quotes: \"" + guilty.getText() + "\"");
        if (!atOnce && set.isNil() && begin.getTokenIndex() + 1 == guilty.getTokenIndex() && isThing(begin.getType())
                && Keywords.isOfTheLanguage(guilty.getType()))
            return Diagnostic.error("MC0143", "`" + guilty.getText() + "` is a"
                    + " keyword", label(guilty, "")).fix("write \"" + guilty.getText() + "\" for a name");
        if (begin != guilty && beginsAnother(tokens, guilty))
            return endsEarly(tokens, begin, guilty, what, shape);
        boolean verb = guilty.getType() == McnetLexer.REACH || guilty.getType() == McnetLexer.REACHES;
        if (Keywords.isOfTheLanguage(guilty.getType()) && set.contains(McnetLexer.NAME) && !verb
                && !ExpectedTokens.isService(set))
            return word(guilty, set, begin, what);
        Diagnostic error = Diagnostic.error("MC0138",
                what.isEmpty() ? "unexpected " + name(guilty) : "expected " + what + ", found " + name(guilty),
                label(guilty, begin == guilty ? "" : "after " + phrase(tokens, begin, guilty)))
                .why("nothing else is allowed in this place");
        if (shape.isEmpty() && ExpectedTokens.isValue(set))
            return error.fix("write a value there, or remove what comes before it");
        return shape.isEmpty() ? error : error.fix("write it like this: " + shape);
    }

    /** How what was begun is written; empty where an example would not show what is wrong. */
    private static String shape(TokenStream tokens, Token begin, IntervalSet expected, boolean claim) {
        if (expected.contains(McnetLexer.THEN) || expected.contains(McnetLexer.ELSE))
            return "if env == \"prod\" then 4 else 1";
        boolean value = begin.getType() == McnetLexer.LET || begin.getType() == McnetLexer.PARAM;
        if (value && ExpectedTokens.isValue(expected))
            return "";
        String shape = ExpectedTokens.shape(begin.getType());
        if (tokens.get(begin.getTokenIndex() + 1).getType() == McnetLexer.EGRESS)
            return begin.getText() + " egress tcp 80, 443 to office";
        return shape.isEmpty() && claim ? ExpectedTokens.CLAIM : shape;
    }

    /** What comes on the next line, or closes the block, is not at fault for what is missing before it. */
    private static boolean beginsAnother(TokenStream tokens, Token guilty) {
        int type = guilty.getType();
        if (type == Token.EOF || type == McnetLexer.CLOSE)
            return true;
        if (guilty.getLine() == tokens.get(guilty.getTokenIndex() - 1).getLine() || !Keywords.is(type))
            return false;
        int next = tokens.get(guilty.getTokenIndex() + 1).getType();
        return Keywords.isOfTheLanguage(type) || next == McnetLexer.IS || next == McnetLexer.OPEN || Keywords.is(next);
    }

    private Diagnostic endsEarly(TokenStream tokens, Token begin, Token guilty, String what, String shape) {
        Token last = tokens.get(guilty.getTokenIndex() - 1);
        Diagnostic error = Diagnostic.error("MC0146", phrase(tokens, begin, guilty) + " is incomplete",
                label(last, (what.isEmpty() ? "something" : what) + " is missing after it"))
                .why("without it the statement has no meaning");
        return error.fix(shape.isEmpty()
                ? "write the missing part, or remove the rest"
                : "write it like this: " + shape);
    }

    private Diagnostic word(Token guilty, IntervalSet expected, Token begin, String what) {
        String word = guilty.getText();
        Diagnostic error = Diagnostic.error("MC0139", "expected " + what + ", found the keyword"
                + " `" + word + "`", label(guilty, ""));
        if (expected.contains(McnetLexer.TRUE))
            return error.fix(guilty.getType() == McnetLexer.ON
                    ? "write true, or \"on\" for a name"
                    : "write \"" + word + "\" for a name");
        return error.fix(expected.contains(McnetLexer.STRING)
                ? "write \"" + word + "\" in quotes"
                : "choose another name: " + ExpectedTokens.shape(begin.getType()));
    }

    private String phrase(TokenStream tokens, Token begin, Token guilty) {
        Token last = tokens.get(Math.max(begin.getTokenIndex(), guilty.getTokenIndex() - 1));
        Span said = span(begin).to(span(last));
        return said.line() == span(last).line() && said.text().length() <= 40
                ? "`" + said.text() + "`"
                : "`" + last.getText() + "`";
    }

    private static boolean isThing(int type) {
        return type == McnetLexer.NETWORK || type == McnetLexer.ACL || type == McnetLexer.UPLINK
                || type == McnetLexer.INSTANCE || type == McnetLexer.NAME;
    }

    private static boolean isReported(Token token) {
        return token.getType() == McnetLexer.SLIP || token.getType() != Token.EOF && token.getText().isEmpty();
    }

    private static boolean isValue(int type) {
        return type == McnetLexer.NAME || type == McnetLexer.PATH || type >= McnetLexer.INT && type <= McnetLexer.STRING
                || type == McnetLexer.TRUE
                || type == McnetLexer.FALSE
                || type == McnetLexer.OPEN_LIST;
    }

    private static String name(Token token) {
        return token.getType() == Token.EOF ? "end of file" : "`" + firstLine(token.getText()) + "`";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip() + "…";
    }

    private Label label(Token token, String text) {
        return new Label(span(token), text);
    }

    private Span span(Token token) {
        int length = source.text().length();
        int start = Math.min(token.getStartIndex(), length);
        return new Span(source, start, Math.clamp(token.getStopIndex() + 1, start, length));
    }
}
