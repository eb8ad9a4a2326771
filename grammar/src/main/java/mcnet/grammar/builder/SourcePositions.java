package mcnet.grammar.builder;

import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.QuotedStrings;
import mcnet.grammar.antlr.McnetParser;
import mcnet.grammar.tree.Name;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Where things stand in a source, and the names that stand there. */
public record SourcePositions(Source source) {

    Span of(ParserRuleContext context) {
        Token start = context.getStart();
        Token stop = context.getStop();
        return stop == null || stop.getStopIndex() < start.getStartIndex() ? of(start) : of(start, stop);
    }

    Span of(Token token) {
        return of(token, token);
    }

    private Span of(Token first, Token last) {
        int length = source.text().length();
        int start = Math.clamp(first.getStartIndex(), 0, length);
        return new Span(source, start, Math.clamp(last.getStopIndex() + 1, start, length));
    }

    Name name(McnetParser.NameContext context) {
        return name(context.getStart());
    }

    Name name(TerminalNode node) {
        return name(node.getSymbol());
    }

    /** Of a token or a context of one token. */
    Name name(ParseTree tree) {
        return tree instanceof ParserRuleContext context
                ? name(context.getStart())
                : name(((TerminalNode) tree).getSymbol());
    }

    Name name(Token token) {
        Span span = of(token);
        String text = token.getText();
        boolean quoted = text.startsWith("\"");
        return new Name(quoted ? QuotedStrings.unquote(span.text()) : text, quoted, span);
    }
}
