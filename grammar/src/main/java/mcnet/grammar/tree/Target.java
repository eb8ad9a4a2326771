package mcnet.grammar.tree;

import java.util.List;
import mcnet.diagnostic.Span;

/**
 * Where traffic is sent on to: {@code 10.42.1.10 port 8080}.
 *
 * @param ports empty: the port it came in on
 */
public record Target(Expression place, List<Expression> ports, Span span) implements Node {}
