package mcnet.grammar.format;

import static mcnet.grammar.antlr.McnetLexer.*;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Whether a blank stands between two words of an item. */
final class Spacing {
    private final Set<Integer> tightBefore = new HashSet<>();
    private final Set<Integer> tightBehind = new HashSet<>();

    /** No blank in front of the word, whatever stands there. */
    void tightBefore(Token token) {
        tightBefore.add(token.getStartIndex());
    }

    void tightBehind(Token token) {
        tightBehind.add(token.getStartIndex());
    }

    /** @param before null at the beginning of an item */
    String between(Token before, Token after) {
        return before == null || isTight(before, after) ? "" : " ";
    }

    private boolean isTight(Token before, Token after) {
        if (tightBehind.contains(before.getStartIndex()) || tightBefore.contains(after.getStartIndex()))
            return true;
        if (before.getType() == OPEN_LIST || before.getType() == OPEN_PAREN)
            return true;
        return switch (after.getType()) {
            case COMMA, COLON, CLOSE_LIST, CLOSE_PAREN -> true;
            case OPEN_LIST, OPEN_PAREN -> isName(before);
            case LENGTH -> isName(before) || before.getType() == INT;
            default -> false;
        };
    }

    /** What a bracket directly behind belongs to. */
    private static boolean isName(Token token) {
        return switch (token.getType()) {
            case NAME, PATH, CLOSE_LIST, CLOSE_PAREN -> true;
            default -> false;
        };
    }
}
