package mcnet.reach.policy;

import java.util.Optional;
import mcnet.diagnostic.Span;

/**
 * What decides about one packet at a switch.
 *
 * @param text {@code allowed by acl db}, {@code rejected: no rule allows it}
 * @param span the deciding line; empty: no line of the file decides
 */
public record PacketDecision(boolean passes, String text, Optional<Span> span) {}
