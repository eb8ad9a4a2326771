package mcnet.grammar.recovery;

import java.util.ArrayList;
import java.util.List;
import mcnet.grammar.Parser;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;

/** Reads one failed item again with other tokens, to see whether it gets further. */
public final class TrialParse {

    /**
     * @param beginnings the first tokens of what failed, of the item before it in the same body, which may have ended
     *        too early, and of the item around it; nearer ones first
     * @param guilty the token that could not be read
     * @param claim what failed is a line of {@code expect}
     */
    record Failure(List<Token> beginnings, Token guilty, boolean claim) {}

    /** Tokens behind the guilty one that are looked at. */
    private static final int AHEAD = 60;

    private final Failure failure;

    TrialParse(Failure failure) {
        this.failure = failure;
    }

    /** Keeps all items that fail, in their order, and tells somebody else of them. */
    public record Failures(List<Failure> failures, SyntaxErrorListener teller) implements SyntaxErrorListener {
        @Override
        public void failed(org.antlr.v4.runtime.Parser parser, RecognitionException e) {
            teller.failed(parser, e);
            ParserRuleContext item = parser.getContext();
            ParserRuleContext body = item.getParent();
            List<ParseTree> before = body == null || body.children == null ? List.of() : body.children;
            add(item.getStart(), before.subList(0, Math.max(0, before.indexOf(item))), body, e.getOffendingToken(),
                    item instanceof McnetParser.ClaimContext);
        }

        @Override
        public void stray(org.antlr.v4.runtime.Parser parser) {
            teller.stray(parser);
            ParserRuleContext body = parser.getContext();
            add(parser.getCurrentToken(), body.children == null ? List.of() : body.children, body,
                    parser.getCurrentToken(), body instanceof McnetParser.ClaimsContext);
        }

        private void add(Token start, List<ParseTree> before, ParserRuleContext body, Token guilty, boolean claim) {
            List<Token> beginnings = new ArrayList<>(List.of(start));
            if (!before.isEmpty() && before.getLast() instanceof ParserRuleContext item)
                beginnings.add(item.getStart());
            if (!claim && body != null && body.getParent() instanceof McnetParser.ItemContext around)
                beginnings.add(around.getStart());
            failures.add(new Failure(beginnings.stream().distinct().toList(), guilty, claim));
        }

        @Override
        public void comma(TokenStream tokens) {
            teller.comma(tokens);
        }

        @Override
        public void bracketless(TokenStream tokens, Token first) {
            teller.bracketless(tokens, first);
        }
    }

    /** Up to the guilty token at least; what comes then may be another mistake. */
    boolean readsFurther(List<Token> changed) {
        return failure.beginnings().stream().anyMatch(from -> reads(changed, from, false));
    }

    /** To the item's end. */
    boolean readsWhole(List<Token> changed) {
        return failure.beginnings().stream().anyMatch(from -> reads(changed, from, true));
    }

    /** The item from there holds all up to the guilty token, and what follows it can follow. */
    private boolean reads(List<Token> changed, Token from, boolean whole) {
        int guilty = failure.guilty().getStartIndex();
        int start = first(changed, from.getStartIndex());
        int end = Math.min(first(changed, guilty) + AHEAD, changed.size());
        McnetParser parser = Parser.parser(changed.subList(start, end), PredictionMode.SLL, new BailErrorStrategy());
        try {
            ParserRuleContext item = failure.claim() ? parser.claim() : parser.item();
            Token next = parser.getCurrentToken();
            if (item.getStop() == null)
                return false;
            return next.getStartIndex() > guilty || next.getStartIndex() == guilty
                    && (ends(next) || !whole && begins(parser, next));
        } catch (ParseCancellationException e) {
            return !whole && e.getCause() instanceof RecognitionException r
                    && r.getOffendingToken().getStartIndex() > guilty;
        }
    }

    /** The index of the first token at that place or behind it. */
    private static int first(List<Token> tokens, int place) {
        int i = 0;
        while (i < tokens.size() - 1 && tokens.get(i).getStartIndex() < place)
            i++;
        return i;
    }

    private static boolean ends(Token token) {
        return token.getType() == Token.EOF || token.getType() == McnetLexer.CLOSE;
    }

    private boolean begins(McnetParser parser, Token token) {
        int rule = failure.claim() ? McnetParser.RULE_claim : McnetParser.RULE_item;
        return parser.getATN().nextTokens(parser.getATN().ruleToStartState[rule]).contains(token.getType());
    }
}
