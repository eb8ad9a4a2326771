package mcnet.grammar.recovery;

import java.util.HashSet;
import java.util.Set;
import mcnet.grammar.Keywords;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * One mistake, one error, and the rest is still read. No token is guessed in or out: what fails makes its whole item
 * fail, the item is left where the next one visibly begins, and bodies inside it are read all the same.
 */
public final class ErrorRecovery extends DefaultErrorStrategy {
    private final SyntaxErrorListener errors;
    private final Set<ParserRuleContext> toldOfCommas = new HashSet<>();

    public ErrorRecovery(SyntaxErrorListener errors) {
        this.errors = errors;
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        boolean whole = parser.getContext() instanceof McnetParser.ItemContext
                || parser.getContext() instanceof McnetParser.ClaimContext;
        if (!whole)
            throw e;
        errors.failed(parser, e);
        skip(parser, parser.getContext().getStart().getTokenIndex());
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    /** Between two items: what cannot begin one is reported and left out. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext context = parser.getContext();
        int rule = switch (context) {
            case McnetParser.FileContext _,McnetParser.BodyContext _ -> McnetParser.RULE_item;
            case McnetParser.ClaimsContext _ -> McnetParser.RULE_claim;
            default -> -1;
        };
        if (rule < 0)
            return;
        IntervalSet beginnings = parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]);
        while (!beginnings.contains(parser.getCurrentToken().getType()) && !isEnd(parser.getCurrentToken()))
            skipStray(parser, context);
    }

    private void skipStray(Parser parser, ParserRuleContext context) {
        TokenStream tokens = parser.getInputStream();
        if (tokens.LA(1) == McnetLexer.COMMA && begins(parser, 2)) {
            if (toldOfCommas.add(context))
                errors.comma(tokens);
            parser.consume();
        } else {
            boolean list = tokens.LA(1) == McnetLexer.COMMA
                    && context.getChild(context.getChildCount() - 1) instanceof McnetParser.AttributeContext;
            if (list)
                bracketless((McnetParser.AttributeContext) context.getChild(context.getChildCount() - 1), parser);
            else
                errors.stray(parser);
            skip(parser, parser.getCurrentToken().getTokenIndex());
        }
    }

    /** {@code dns = a, b}: the attribute is as good as not read. */
    private void bracketless(McnetParser.AttributeContext attribute, Parser parser) {
        if (attribute.exception == null && attribute.expr() != null) {
            errors.bracketless(parser.getInputStream(), attribute.expr().getStart());
            attribute.exception = new InputMismatchException(parser);
        }
    }

    /** @param start index of the first token of what failed; it is never the place to go on */
    private static void skip(Parser parser, int start) {
        int depth = 0;
        for (int i = start; i < parser.getCurrentToken().getTokenIndex(); i++)
            depth += step(parser.getInputStream().get(i).getType());
        leave(parser, depth);
        while (!isEnd(parser.getCurrentToken())) {
            int index = parser.getCurrentToken().getTokenIndex();
            if (index > start && begins(parser, 1) && !isHead(parser, start))
                return;
            int type = parser.getCurrentToken().getType();
            if (type == McnetLexer.OPEN)
                readBody((McnetParser) parser);
            else {
                parser.consume();
                leave(parser, step(type));
            }
        }
    }

    /** Out of so many brackets. */
    private static void leave(Parser parser, int depth) {
        while (depth > 0 && parser.getCurrentToken().getType() != Token.EOF) {
            depth += step(parser.getCurrentToken().getType());
            parser.consume();
        }
    }

    private static int step(int type) {
        return switch (type) {
            case McnetLexer.OPEN, McnetLexer.OPEN_LIST, McnetLexer.OPEN_PAREN -> 1;
            case McnetLexer.CLOSE, McnetLexer.CLOSE_LIST, McnetLexer.CLOSE_PAREN -> -1;
            default -> 0;
        };
    }

    private static void readBody(McnetParser parser) {
        ParserRuleContext context = parser.getContext();
        if (context instanceof McnetParser.ClaimContext || context instanceof McnetParser.ClaimsContext)
            parser.claims();
        else
            parser.body();
    }

    /** A word that begins its line, or that has the look of an item's first word, {@code nic =} or {@code ipv4 {}. */
    private static boolean begins(Parser parser, int ahead) {
        TokenStream tokens = parser.getInputStream();
        Token token = tokens.LT(ahead);
        Token before = tokens.LT(ahead - 1 == 0 ? -1 : ahead - 1);
        if (!Keywords.is(token.getType()))
            return false;
        Token next = tokens.LT(ahead + 1);
        boolean sameLine = next.getLine() == token.getLine();
        boolean named = next.getType() == McnetLexer.NAME || next.getType() == McnetLexer.STRING
                || next.getType() == McnetLexer.PATH;
        return next.getType() == McnetLexer.IS || next.getType() == McnetLexer.OPEN
                || named && sameLine && tokens.LA(ahead + 2) == McnetLexer.OPEN
                || before != null && before.getLine() < token.getLine() && before.getType() != McnetLexer.COMMA;
    }

    /** `network web db {`: the body on its line is what failed's own. */
    private static boolean isHead(Parser parser, int start) {
        TokenStream tokens = parser.getInputStream();
        boolean body = tokens.LA(2) == McnetLexer.OPEN || tokens.LA(3) == McnetLexer.OPEN;
        return body && tokens.LA(2) != McnetLexer.IS && tokens.get(start).getLine() == tokens.LT(1).getLine()
                && !hasBody(tokens, start, tokens.LT(1).getTokenIndex());
    }

    private static boolean hasBody(TokenStream tokens, int from, int to) {
        for (int i = from; i < to; i++)
            if (tokens.get(i).getType() == McnetLexer.CLOSE || tokens.get(i).getType() == McnetLexer.IS)
                return true;
        return false;
    }

    private static boolean isEnd(Token token) {
        return token.getType() == Token.EOF || token.getType() == McnetLexer.CLOSE;
    }
}
