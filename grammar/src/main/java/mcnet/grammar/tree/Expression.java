package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** What may stand behind an {@code =}. */
public sealed interface Expression extends Node {

    /** What a literal looks like; whether it is one is judged later. */
    enum Form {
        WHOLE, WHOLE_RANGE, QUANTITY, LENGTH, ADDRESS4, NET4, RANGE4, ADDRESS6, NET6, RANGE6
    }

    record Literal(Form form, String text, Span span) implements Expression {}

    /** A bare word: a variable, a reference, or a word that stands for itself. */
    record Word(String text, Span span) implements Expression {}

    /**
     * A quoted text.
     *
     * @param text what it says, escapes undone, {@code ${…}} as written
     */
    record Text(String text, Span span) implements Expression {}

    record Truth(boolean value, Span span) implements Expression {}

    record ListOf(List<Expression> elements, Span span) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [f(x) for x in xs if c]}. */
    record Comprehension(Expression element, List<Name> variables, Expression source, Optional<Expression> filter,
            Span span) implements Expression {}

    /** {@code { web = 10.50.0.0/24 }}. */
    record MapOf(List<Entry> entries, Span span) implements Expression {
        public MapOf {
            entries = List.copyOf(entries);
        }
    }

    record Entry(Name key, Expression value, Span span) implements Node {}

    /** {@code size(net)}. */
    record Call(Expression function, List<Argument> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A value, or {@code name = value}. */
    record Argument(Optional<Name> name, Expression value, Span span) implements Node {}

    /** {@code slot[live]}. */
    record Index(Expression of, Expression index, Span span) implements Expression {}

    /** {@code not c}, {@code -n}. */
    record Unary(String operator, Expression operand, Span span) implements Expression {}

    record Binary(String operator, Expression left, Expression right, Span span) implements Expression {}

    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /** What could not be read; its error is already reported. */
    record Broken(Span span) implements Expression {}
}
