package mcnet.grammar.tree;

import mcnet.diagnostic.Span;

/** From whom or to whom. */
public sealed interface SubjectNode extends Node {

    /** A word that stands for many: {@code any}, {@code internal}, {@code external}, {@code internet}. */
    record Word(String word, Span span) implements SubjectNode {}

    /** {@code network web}: a name with its kind. */
    record Thing(String kind, Name name, Span span) implements SubjectNode {}

    /** {@code peer web/db}: the side of {@code network} in its peering with {@code other}. */
    record PeerSide(Name network, Name other, Span span) implements SubjectNode {}

    /** A bare name, an address, a call. */
    record Place(Expression place, Span span) implements SubjectNode {}
}
