package mcnet.grammar.tree;

import mcnet.diagnostic.Span;

/** A piece of a source as it was written: nothing looked up, nothing judged. */
public sealed interface Node permits File, Body, Name, Item, Sentence, Service, Subject, Target, Claim, Expression,
        Expression.Argument, Expression.Entry, Shape, Parameter {

    /** From its first character to its last. */
    Span span();
}
