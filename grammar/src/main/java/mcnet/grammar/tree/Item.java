package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Span;

/** What a file or a body is made of. */
public sealed interface Item extends Node {

    /** {@code program shop}. */
    record Program(Name name, Span span) implements Item {}

    /** {@code import std.vpc as v} or {@code import "sites/berlin.mcnet"}. */
    record Import(Name from, Optional<Name> as, Span span) implements Item {}

    /** {@code inventory "hosts.yaml"}. */
    record Inventory(Name file, Span span) implements Item {}

    /** {@code let office = [10.0.0.0/8]}. */
    record Let(Name name, Expression value, Span span) implements Item {}

    /** {@code param env: string = "prod"}. */
    record Param(Parameter parameter, Span span) implements Item {}

    /** {@code require size(net) >= 16, "a segment needs 16 addresses"}. */
    record Require(Expression condition, Name message, Span span) implements Item {}

    /** {@code for name, value in tiers { … }}. */
    record For(List<Name> variables, Expression source, Body body, Span span) implements Item {}

    /** {@code if c { … } else { … }}. */
    record If(Expression condition, Body then, Optional<Body> otherwise, Span span) implements Item {}

    /** {@code blueprint segment(name: string) { … }}. */
    record Blueprint(Name name, List<Parameter> parameters, Body body, Span span) implements Item {}

    /** {@code use vpc.segment(name = "x")}. */
    record Use(Name blueprint, List<Expression.Argument> arguments, Span span) implements Item {}

    /** {@code on micro3, micro4 { … }}: an exception beside its rule. */
    record On(List<Name> names, Body body, Span span) implements Item {}

    /** {@code expect { … }}. */
    record Expect(List<ExpectStatement> claims, Span span) implements Item {}

    /** {@code network web { … }}; {@code existing} things are named and not owned, and may lack a body. */
    record Declaration(boolean existing, Name kind, Expression head, Optional<Body> body, Span span) implements Item {}

    /** {@code nat = true}. */
    record Attribute(Name key, Expression value, Span span) implements Item {}

    /** {@code ipv4 { … }}: a block, or a declaration of a kind that has no name. */
    record Block(Name key, Body body, Span span) implements Item {}

    /** A sentence of the language of rules. */
    record Statement(StatementNode sentence, Span span) implements Item {}

    /**
     * What could not be read; its error is already reported.
     *
     * @param words every name in it, so that no later pass complains that one of them is missing
     */
    record Broken(Set<String> words, Span span) implements Item {
        public Broken {
            words = Set.copyOf(words);
        }
    }
}
