package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** What kind of traffic. */
public sealed interface TrafficNode extends Node {

    /** {@code tcp 80, 443}; without ports: all of them. */
    record Ports(String protocol, List<Expression> ports, Span span) implements TrafficNode {
        public Ports {
            ports = List.copyOf(ports);
        }
    }

    /** {@code icmp4 8/0}: type and code as written. */
    record Icmp(String protocol, Optional<String> type, Optional<String> code, Span span) implements TrafficNode {}

    record Any(Span span) implements TrafficNode {}

    /** The name of a {@code service}. */
    record Named(Name name, Span span) implements TrafficNode {}
}
