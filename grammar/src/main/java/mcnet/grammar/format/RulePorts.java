package mcnet.grammar.format;

import static mcnet.grammar.antlr.McnetParser.*;

import java.util.List;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Ports of rules: {@code tcp from office port 80} is written {@code tcp 80 from office}. */
final class RulePorts {
    private RulePorts() {}

    /** Those at the end of a rule that are written behind its protocol; null where there are none. */
    static PortsContext trailing(SentenceContext sentence) {
        ReachContext reach = sentence.reach();
        ServiceContext service = sentence.service();
        if (reach == null || service == null || service.PROTOCOL() == null || service.ports() != null)
            return null;
        boolean source = reach.SOURCE() != null;
        return reach.ports().size() > (source ? 1 : 0) ? reach.ports().getLast() : null;
    }

    /** {@code port} that is said by the place of its number. */
    static boolean isDropped(List<? extends ParseTree> trees, int i, PortsContext trailing) {
        ParseTree tree = trees.get(i);
        boolean isPort = tree instanceof TerminalNode leaf && leaf.getSymbol().getType() == McnetLexer.PORT;
        return isPort && i + 1 < trees.size()
                && (tree.getParent() instanceof ServiceContext || trees.get(i + 1) == trailing);
    }
}
