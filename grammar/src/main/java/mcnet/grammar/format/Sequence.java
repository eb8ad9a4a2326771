package mcnet.grammar.format;

import static mcnet.grammar.antlr.McnetParser.*;

import java.util.ArrayList;
import java.util.List;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * The words and comments of a source, each as it is spelled there, in the order in which {@code fmt} writes them. Two
 * sources with the same sequence say the same. It is made of what the lexer read, not of what {@link DocumentBuilder} lays out,
 * so that one can prove the other.
 */
final class Sequence {
    private final Comments comments;
    private final List<String> words = new ArrayList<>();
    private PortsContext trailing;

    private Sequence(Comments comments) {
        this.comments = comments;
    }

    static List<String> of(FileContext file, Comments comments) {
        Sequence sequence = new Sequence(comments);
        sequence.add(file);
        return sequence.words;
    }

    private void add(ParseTree tree) {
        switch (tree) {
            case TerminalNode leaf -> add(leaf.getSymbol(), spelled(leaf));
            case SentenceContext rule -> {
                trailing = RulePorts.trailing(rule);
                all(rule.children);
                trailing = null;
            }
            case ServiceContext service when trailing != null && service.getParent() instanceof SentenceContext -> {
                all(service.children);
                all(trailing.children);
            }
            case PortsContext ports when ports == trailing -> {}
            case ParserRuleContext context when context.children != null -> all(context.children);
            default -> {}
        }
    }

    private void all(List<ParseTree> trees) {
        for (int i = 0; i < trees.size(); i++)
            if (RulePorts.isDropped(trees, i, trailing))
                add(((TerminalNode) trees.get(i)).getSymbol(), "");
            else
            add(trees.get(i));
    }

    /** @param spelling empty for a word that is left out; its comments are not */
    private void add(Token token, String spelling) {
        comments.tokensAbove(token).forEach(c -> words.add(Comments.withoutBlanks(c.getText())));
        if (token.getType() == McnetLexer.CLOSE_LIST || token.getType() == McnetLexer.CLOSE_PAREN)
            dropLastComma();
        if (!spelling.isEmpty())
            words.add(spelling);
        comments.tokenBehind(token).ifPresent(c -> words.add(Comments.withoutBlanks(c.getText())));
    }

    /** The comma behind the last element, which stands there or not as the list is laid out. */
    private void dropLastComma() {
        int last = words.size() - 1;
        while (last >= 0 && (words.get(last).startsWith("#") || words.get(last).startsWith("//")))
            last--;
        if (last >= 0 && words.get(last).equals(","))
            words.remove(last);
    }

    private static String spelled(TerminalNode leaf) {
        boolean never = leaf.getSymbol().getType() == McnetLexer.NOT && leaf.getParent() instanceof ReachesContext;
        return never ? "never" : leaf.getText();
    }
}
