package mcnet.model;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** A sentence inside a declaration; every name in it is known, every number is what it says. */
public sealed interface Statement {

    /** The whole sentence. */
    Span span();

    enum Verdict {
        ALLOW, REJECT, DROP
    }

    enum Direction {
        INGRESS, EGRESS
    }

    enum State {
        ENABLED, LOGGED, DISABLED
    }

    /**
     * {@code allow ingress tcp 80 from office log "operators"}.
     *
     * @param traffic what it is about; empty: everything
     * @param from empty: anyone
     * @param sourcePorts empty: any port
     * @param to empty: everyone
     */
    record Rule(Verdict verdict, Direction direction, List<Traffic> traffic, List<Subject> from,
            List<Ports> sourcePorts,
            List<Subject> to, State state, Optional<String> description, Span span) implements Statement {
        public Rule {
            traffic = List.copyOf(traffic);
            from = List.copyOf(from);
            sourcePorts = List.copyOf(sourcePorts);
            to = List.copyOf(to);
        }

        /** Those it admits or keeps away: {@code from} of what comes in, {@code to} of what goes out. */
        public List<Subject> others() {
            return direction == Direction.INGRESS ? from : to;
        }
    }

    /** {@code otherwise reject ingress log}. */
    record Otherwise(Verdict verdict, Direction direction, boolean logged, Span span) implements Statement {}

    /**
     * {@code tcp 80, 443 -> 10.42.1.10 port 8080}.
     *
     * @param targets one for a forward, any number for a balancer
     */
    record Forwarding(List<Traffic> traffic, List<Target> targets, Optional<String> description,
            Span span) implements Statement {
        public Forwarding {
            traffic = List.copyOf(traffic);
            targets = List.copyOf(targets);
        }
    }

    /** {@code otherwise -> 10.42.1.9}: where everything else is sent on to. */
    record Rest(Subject target, Span span) implements Statement {}

    /**
     * Where ports are sent on to.
     *
     * @param ports empty: the port it came in on
     */
    record Target(Subject place, List<Ports> ports, Span span) {
        public Target {
            ports = List.copyOf(ports);
        }
    }
}
