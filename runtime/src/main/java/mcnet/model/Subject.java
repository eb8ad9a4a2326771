package mcnet.model;

import mcnet.diagnostic.Span;

/** Someone or something that traffic comes from or goes to. */
public sealed interface Subject {

    Span span();

    /**
     * Addresses as they are written.
     *
     * @param value an {@link Value.Address}, a {@link Value.Subnet} or a {@link Value.Range}
     */
    record Addresses(Value value, Span span) implements Subject {}

    /**
     * Something that is declared: {@code network web}, {@code acl web}, {@code uplink public}, {@code instance shop-1}, a
     * balancer's {@code backend w1} or {@code pool web}.
     *
     * @param name with its project in front where that is another one: {@code acme.front}
     */
    record Thing(String kind, String name, Span span) implements Subject {}

    /** {@code peer web/db}: the side of network {@code network} in its peering with {@code other}. */
    record PeerSide(String network, String other, Span span) implements Subject {}

    /** {@code any}, {@code internal}, {@code external} or {@code internet}. */
    record Word(String word, Span span) implements Subject {}
}
