package mcnet.grammar.recovery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.Token;

/**
 * Refuses what is nested so deeply that a recursive parser would run out of stack. Counted are open brackets, and since
 * an expression began its operators and what is asked of its name: {@code a[0][0]} is an element of an element. An
 * operand directly behind an operand begins another expression.
 */
public final class NestingLimit {
    private static final int LIMIT = 200;

    private NestingLimit() {}

    public static Optional<Diagnostic> tooMuch(Source source, List<Token> tokens) {
        Deque<Integer> outer = new ArrayDeque<>();
        int operators = 0;
        int sum = 0;
        boolean operand = false;
        for (Token token : tokens) {
            int type = token.getType();
            if (type == McnetLexer.OPEN || type == McnetLexer.OPEN_LIST || type == McnetLexer.OPEN_PAREN) {
                if (operand && type != McnetLexer.OPEN)
                    operators++;
                outer.push(operators);
                sum += operators;
                operators = 0;
                operand = false;
            } else if (type == McnetLexer.CLOSE || type == McnetLexer.CLOSE_LIST || type == McnetLexer.CLOSE_PAREN) {
                operators = outer.isEmpty() ? 0 : outer.pop();
                sum -= operators;
                operand = true;
            } else if (isOperator(type)) {
                operators = operand && isPrefix(type) ? 1 : operators + 1;
                operand = false;
            } else if (type == McnetLexer.COMMA || type == McnetLexer.IS) {
                operators = 0;
                operand = false;
            } else if (operand)
                operators = 0;
            else
                operand = true;
            if (outer.size() + sum + operators > LIMIT)
                return Optional.of(refuse(source, token));
        }
        return Optional.empty();
    }

    private static boolean isOperator(int type) {
        return switch (type) {
            case McnetLexer.PLUS, McnetLexer.MINUS, McnetLexer.TIMES, McnetLexer.SLASH, McnetLexer.LENGTH,
                    McnetLexer.AND, McnetLexer.OR, McnetLexer.NOT, McnetLexer.IF, McnetLexer.THEN, McnetLexer.ELSE,
                    McnetLexer.IN, McnetLexer.EQUAL, McnetLexer.UNEQUAL, McnetLexer.UNDER, McnetLexer.AT_MOST,
                    McnetLexer.OVER, McnetLexer.AT_LEAST ->
                true;
            default -> false;
        };
    }

    /** Only begins an expression: behind an operand it begins another. */
    private static boolean isPrefix(int type) {
        return type == McnetLexer.IF || type == McnetLexer.NOT;
    }

    private static Diagnostic refuse(Source source, Token token) {
        return Diagnostic.error("MC0123", "nested more than " + LIMIT + " deep",
                new Label(new Span(source, token.getStartIndex(), token.getStopIndex() + 1), "here"))
                .why("no network needs it, and reading it could overflow the call stack")
                .fix("move the innermost parts into a `let` or a blueprint");
    }
}
