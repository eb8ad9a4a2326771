package mcnet.grammar.tree;

import mcnet.diagnostic.Span;

/** From whom or to whom. */
public sealed interface Subject extends Node {

    /** A word that stands for many: {@code any}, {@code internal}, {@code external}, {@code internet}. */
    record Word(String word, Span span) implements Subject {}

    /** {@code network web}: a name with its kind. */
    record Thing(String kind, Name name, Span span) implements Subject {}

    /** {@code peer web/db}: the side of {@code network} in its peering with {@code other}. */
    record PeerSide(Name network, Name other, Span span) implements Subject {}

    /** A bare name, an address, a call. */
    record Place(Expression place, Span span) implements Subject {}
}
