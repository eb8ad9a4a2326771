package mcnet.grammar.recovery;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Finds `nic =` without a value and `if` without a condition. The parser would take what comes next for it and complain
 * about what stands behind that; so a slip is put where the value should stand.
 */
public final class MissingExpressions {
    private MissingExpressions() {}

    public static List<Token> values(Source source, List<Token> tokens, List<Diagnostic> found) {
        List<Token> complete = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            complete.add(token);
            int type = token.getType();
            if (type == McnetLexer.IF && tokens.get(i + 1).getType() == McnetLexer.OPEN) {
                found.add(Diagnostic.error("MC0147", "`if` has no condition",
                        new Label(new Span(source, token.getStartIndex(), token.getStopIndex() + 1), ""))
                        .why("the block applies only where the condition is true")
                        .fix("write it like this: if env == \"prod\" { … }"));
                complete.add(slip(token));
            }
            if (type != McnetLexer.IS || !lacksValue(tokens, i))
                continue;
            Token key = tokens.get(Math.max(0, i - 1));
            found.add(Diagnostic.error("MC0124", key.getText() + " has no value",
                    new Label(new Span(source, key.getStartIndex(), token.getStopIndex() + 1), "nothing after the ="))
                    .why("without a value, the next line would be read as the value")
                    .fix("write the value, or remove the line"));
            complete.add(slip(token));
        }
        return complete;
    }

    private static boolean lacksValue(List<Token> tokens, int is) {
        Token next = tokens.get(Math.min(is + 1, tokens.size() - 1));
        if (next.getType() == McnetLexer.CLOSE || next.getType() == Token.EOF)
            return true;
        boolean otherLine = next.getLine() > tokens.get(is).getLine();
        int behind = tokens.get(Math.min(is + 2, tokens.size() - 1)).getType();
        return switch (next.getType()) {
            case McnetLexer.NAME, McnetLexer.PATH -> behind == McnetLexer.IS || otherLine && behind == McnetLexer.OPEN;
            case McnetLexer.IF, McnetLexer.NOT, McnetLexer.TRUE, McnetLexer.FALSE -> false;
            default -> otherLine && next.getType() >= McnetLexer.AND && next.getType() <= McnetLexer.AS;
        };
    }

    private static Token slip(Token is) {
        CommonToken slip = new CommonToken(McnetLexer.SLIP, "");
        slip.setLine(is.getLine());
        slip.setCharPositionInLine(is.getCharPositionInLine());
        slip.setStartIndex(is.getStopIndex());
        slip.setStopIndex(is.getStopIndex());
        return slip;
    }
}
