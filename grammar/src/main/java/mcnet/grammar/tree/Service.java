package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** What kind of traffic. */
public sealed interface Service extends Node {

    /** {@code tcp 80, 443}; without ports: all of them. */
    record Ports(String protocol, List<Expression> ports, Span span) implements Service {
        public Ports {
            ports = List.copyOf(ports);
        }
    }

    /** {@code icmp4 8/0}: type and code as written. */
    record Icmp(String protocol, Optional<String> type, Optional<String> code, Span span) implements Service {}

    record Any(Span span) implements Service {}

    /** The name of a {@code service}. */
    record Named(Name name, Span span) implements Service {}
}
