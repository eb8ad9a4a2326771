package mcnet.grammar.recovery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Makes every bracket have its partner before the parser runs, so that a forgotten one costs one error and not the rest
 * of the file. Indentation carries no meaning; only where a partner is missing it tells which block was meant: a line
 * that stands no deeper than the block's own first line is not part of it.
 */
public final class Brackets {
    private final Source source;
    private final List<Token> tokens;
    private final List<Diagnostic> found;
    private final List<Token> balanced = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    /** How many are open by what closes them. */
    private final Map<Integer, Integer> openOf = new HashMap<>();
    private int missingBraces;
    private int missingOthers;

    private Brackets(Source source, List<Token> tokens, List<Diagnostic> found) {
        this.source = source;
        this.tokens = tokens;
        this.found = found;
    }

    /** @param tokens those the parser sees, the last one the end of the file */
    public static List<Token> balance(Source source, List<Token> tokens, List<Diagnostic> found) {
        return areBalanced(tokens) ? tokens : new Brackets(source, tokens, found).balance();
    }

    private static boolean areBalanced(List<Token> tokens) {
        Deque<Integer> closers = new ArrayDeque<>();
        for (Token token : tokens) {
            int type = token.getType();
            int closer = partner(type);
            if (closer != 0)
                closers.push(closer);
            else if (isCloser(type) && (closers.isEmpty() || closers.pop() != type))
                return false;
        }
        return closers.isEmpty();
    }

    private List<Token> balance() {
        missingBraces = count(McnetLexer.OPEN) - count(McnetLexer.CLOSE);
        missingOthers = count(McnetLexer.OPEN_LIST) + count(McnetLexer.OPEN_PAREN) - count(McnetLexer.CLOSE_LIST)
                - count(McnetLexer.CLOSE_PAREN);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && token.getLine() > tokens.get(i - 1).getLine())
                closeByIndentation(i);
            if (partner(token.getType()) != 0)
                push(token);
            else if (isCloser(token.getType()) && !closes(token))
                continue;
            if (token.getType() == Token.EOF)
                closeAll(token);
            balanced.add(token);
        }
        return balanced;
    }

    private void push(Token opener) {
        open.push(opener);
        openOf.merge(partner(opener.getType()), 1, Integer::sum);
    }

    private Token pop() {
        openOf.merge(partner(open.peek().getType()), -1, Integer::sum);
        return open.pop();
    }

    private int count(int type) {
        return (int) tokens.stream().filter(t -> t.getType() == type).count();
    }

    /** @param i index of the first token of a line */
    private void closeByIndentation(int i) {
        Token token = tokens.get(i);
        Token before = tokens.get(i - 1);
        while (!open.isEmpty() && token.getType() != Token.EOF) {
            Token top = open.peek();
            boolean brace = top.getType() == McnetLexer.OPEN;
            boolean missing = brace
                    ? missingBraces > 0 && isOutside(token, top)
                    : missingOthers > 0 && before.getType() != McnetLexer.COMMA && before != top && beginsItem(i);
            if (!missing)
                return;
            if (brace)
                missingBraces--;
            else
                missingOthers--;
            close(pop(), token);
        }
    }

    private boolean isOutside(Token token, Token opener) {
        int indentation = indentation(opener);
        return token.getCharPositionInLine() < indentation
                || token.getCharPositionInLine() == indentation && !isCloser(token.getType());
    }

    /** A list or an argument has no `=` or `{` behind its second word unless a comma went before. */
    private boolean beginsItem(int i) {
        if (tokens.get(i).getType() == McnetLexer.CLOSE)
            return true;
        Token next = tokens.get(Math.min(i + 1, tokens.size() - 1));
        return isWord(tokens.get(i))
                && (next.getType() == McnetLexer.IS || next.getType() == McnetLexer.OPEN || isWord(next));
    }

    private boolean closes(Token closer) {
        while (!open.isEmpty() && partner(open.peek().getType()) != closer.getType()) {
            if (openOf.getOrDefault(closer.getType(), 0) == 0 || open.peek().getType() == McnetLexer.OPEN)
                break;
            close(pop(), closer);
        }
        if (!open.isEmpty() && partner(open.peek().getType()) == closer.getType()) {
            pop();
            return true;
        }
        if (found.size() < UnexpectedTokens.MOST)
            found.add(Diagnostic.error("MC0120", "unmatched `" + closer.getText() + "`",
                    new Label(span(closer), "nothing is open here"))
                    .fix("remove it, or look above for a block that is closed too early"));
        return false;
    }

    private void closeAll(Token end) {
        while (!open.isEmpty())
            close(pop(), end);
    }

    private void close(Token opener, Token before) {
        String closer = McnetLexer.VOCABULARY.getLiteralName(partner(opener.getType())).replace("'", "");
        Diagnostic missing = opener.getType() == McnetLexer.OPEN
                ? Diagnostic.error("MC0121", "`" + title(opener) + "` at " + opener.getLine() + " was not closed",
                        new Label(span(opener), "opened here"), new Label(span(before), "a `}` is missing before this"))
                : Diagnostic.error("MC0122", "`" + opener.getText() + "` was not closed",
                        new Label(span(opener), "opened here"),
                        new Label(span(before), "a `" + closer + "` is missing before this"));
        if (found.size() < UnexpectedTokens.MOST)
            found.add(missing.why("without it mcnet cannot tell what belongs inside").fix("add `" + closer + "`"));
        CommonToken added = new CommonToken(partner(opener.getType()), "");
        added.setLine(before.getLine());
        added.setCharPositionInLine(before.getCharPositionInLine());
        added.setStartIndex(before.getStartIndex());
        added.setStopIndex(before.getStartIndex() - 1);
        balanced.add(added);
    }

    /** The block's beginning as it stands in its line: {@code network web {}. */
    private String title(Token opener) {
        int start = opener.getStartIndex() - opener.getCharPositionInLine();
        String line = source.text().substring(start, opener.getStartIndex());
        int words = Math.max(line.lastIndexOf('{'), line.lastIndexOf('}')) + 1;
        return (line.substring(words).strip() + " {").strip();
    }

    private int indentation(Token token) {
        String line = source.lineText(token.getLine());
        return line.length() - line.stripLeading().length();
    }

    private static boolean isWord(Token token) {
        return token.getType() == McnetLexer.NAME || token.getType() == McnetLexer.PATH
                || token.getType() >= McnetLexer.AND && token.getType() <= McnetLexer.AS;
    }

    private static boolean isCloser(int type) {
        return type == McnetLexer.CLOSE || type == McnetLexer.CLOSE_LIST || type == McnetLexer.CLOSE_PAREN;
    }

    /** What closes it, or 0 for what opens nothing. */
    private static int partner(int type) {
        return switch (type) {
            case McnetLexer.OPEN -> McnetLexer.CLOSE;
            case McnetLexer.OPEN_LIST -> McnetLexer.CLOSE_LIST;
            case McnetLexer.OPEN_PAREN -> McnetLexer.CLOSE_PAREN;
            default -> 0;
        };
    }

    private Span span(Token token) {
        int start = Math.min(token.getStartIndex(), source.text().length());
        return new Span(source, start, Math.max(start, token.getStopIndex() + 1));
    }
}
