package mcnet.grammar.tree;

import mcnet.diagnostic.Span;

/** A piece of a source as it was written: nothing looked up, nothing judged. */
public sealed interface Node permits SourceFile, Body, Name, Item, StatementNode, TrafficNode, SubjectNode, Target,
        ExpectStatement, Expression,
        Expression.Argument, Expression.Entry, TypeExpression, Parameter {

    /** From its first character to its last. */
    Span span();
}
