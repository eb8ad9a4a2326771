package mcnet.grammar.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.grammar.ConcreteSyntax;
import org.antlr.v4.runtime.Token;

/** Which comments belong to which word: those on the lines above it, and the one behind it on its own line. */
final class Comments {
    private final String text;
    private final Map<Integer, List<Token>> above = new HashMap<>();
    private final Map<Integer, Token> behind = new HashMap<>();

    /** @param text the source's, whose offsets the tokens have */
    Comments(String text, ConcreteSyntax source) {
        this.text = text;
        List<Token> waiting = new ArrayList<>();
        Token before = null;
        for (Token token : source.tokens()) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                above.put(token.getStartIndex(), List.copyOf(waiting));
                waiting.clear();
                before = token;
            } else if (before != null && waiting.isEmpty() && !behind.containsKey(before.getStartIndex())
                    && newLines(before.getStopIndex() + 1, token.getStartIndex()) == 0)
                behind.put(before.getStartIndex(), token);
            else
                waiting.add(token);
        }
    }

    /** On the lines in front of the word, in their order. */
    List<Token> tokensAbove(Token token) {
        return above.getOrDefault(token.getStartIndex(), List.of());
    }

    /** On the word's own line. */
    Optional<Token> tokenBehind(Token token) {
        return Optional.ofNullable(behind.get(token.getStartIndex()));
    }

    /** As they are laid out in front of the word. */
    List<Document> above(Token token) {
        List<Token> comments = tokensAbove(token);
        List<Document> docs = new ArrayList<>();
        for (int i = 0; i < comments.size(); i++) {
            int next = i + 1 < comments.size() ? comments.get(i + 1).getStartIndex() : token.getStartIndex();
            docs.add(comment(comments.get(i), true, newLines(comments.get(i).getStopIndex() + 1, next) > 1));
        }
        return docs;
    }

    Document behind(Token token) {
        Token comment = behind.get(token.getStartIndex());
        return comment == null ? Document.NOTHING : comment(comment, false, false);
    }

    private Document comment(Token token, boolean own, boolean blank) {
        return new Document.Comment(words(token), own, blank);
    }

    /** A comment without the blanks at its end, which nobody sees; any other character may mean something. */
    static String withoutBlanks(String line) {
        int end = line.length();
        while (end > 0 && " \t\f\r".indexOf(line.charAt(end - 1)) >= 0)
            end--;
        return line.substring(0, end);
    }

    /** A word as it was written. */
    String words(Token token) {
        return text.substring(token.getStartIndex(), token.getStopIndex() + 1);
    }

    /** Whether an empty line stands between two words and the comments that belong to them. */
    boolean blankBetween(Token before, Token after) {
        Token comment = behind.getOrDefault(before.getStartIndex(), before);
        List<Token> comments = tokensAbove(after);
        Token next = comments.isEmpty() ? after : comments.getFirst();
        return newLines(comment.getStopIndex() + 1, next.getStartIndex()) > 1;
    }

    boolean onOneLine(Token open, Token close) {
        return newLines(open.getStopIndex() + 1, close.getStartIndex()) == 0;
    }

    private int newLines(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++)
            if (text.charAt(i) == '\n')
                count++;
        return count;
    }
}
