package mcnet.grammar;

import java.util.HashSet;
import java.util.Set;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * One mistake, one error, and the rest is still read. No token is guessed in or out: what fails makes its whole item
 * fail, the item is left where the next one visibly begins, and bodies inside it are read all the same.
 */
final class Recovery extends DefaultErrorStrategy {
    private final SyntaxErrors errors;
    private final Set<ParserRuleContext> toldOfCommas = new HashSet<>();

    Recovery(SyntaxErrors errors) {
        this.errors = errors;
    }

    @Override
    public void recover(Parser parser, RecognitionException e) {
        boolean whole = parser.getContext() instanceof McnetParser.ItemContext
                || parser.getContext() instanceof McnetParser.ClaimContext;
        if (!whole)
            throw e;
        errors.report(parser, e);
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
            errors.stray(tokens);
            skip(parser, parser.getCurrentToken().getTokenIndex());
        }
    }

    /** @param start index of the first token of what failed; it is never the place to go on */
    private static void skip(Parser parser, int start) {
        while (!isEnd(parser.getCurrentToken())) {
            int index = parser.getCurrentToken().getTokenIndex();
            if (index > start && begins(parser, 1))
                return;
            switch (parser.getCurrentToken().getType()) {
                case McnetLexer.OPEN -> readBody((McnetParser) parser);
                case McnetLexer.OPEN_LIST, McnetLexer.OPEN_PAREN -> skipBrackets(parser);
                default -> parser.consume();
            }
        }
    }

    private static void readBody(McnetParser parser) {
        if (parser.getContext() instanceof McnetParser.ClaimContext)
            parser.claims();
        else
            parser.body();
    }

    private static void skipBrackets(Parser parser) {
        int depth = 0;
        do {
            switch (parser.getCurrentToken().getType()) {
                case McnetLexer.OPEN, McnetLexer.OPEN_LIST, McnetLexer.OPEN_PAREN -> depth++;
                case McnetLexer.CLOSE, McnetLexer.CLOSE_LIST, McnetLexer.CLOSE_PAREN -> depth--;
                default -> {}
            }
            parser.consume();
        } while (depth > 0 && parser.getCurrentToken().getType() != Token.EOF);
    }

    /** A word that begins its line, or that has the look of an item's first word, {@code nic =} or {@code ipv4 {}. */
    private static boolean begins(Parser parser, int ahead) {
        TokenStream tokens = parser.getInputStream();
        Token token = tokens.LT(ahead);
        Token before = tokens.LT(ahead - 1 == 0 ? -1 : ahead - 1);
        if (!Words.is(token.getType()))
            return false;
        int next = tokens.LA(ahead + 1);
        boolean named = next == McnetLexer.NAME || next == McnetLexer.STRING || next == McnetLexer.PATH;
        return next == McnetLexer.IS || next == McnetLexer.OPEN || named && tokens.LA(ahead + 2) == McnetLexer.OPEN
                || before != null && before.getLine() < token.getLine() && before.getType() != McnetLexer.COMMA;
    }

    private static boolean isEnd(Token token) {
        return token.getType() == Token.EOF || token.getType() == McnetLexer.CLOSE;
    }
}
