package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** An item that says something in words where a table would say it worse. */
public sealed interface Sentence extends Node {

    enum Verdict {
        ALLOW, REJECT, DROP
    }

    enum Direction {
        INGRESS, EGRESS
    }

    /** What becomes of the traffic beside the verdict. */
    enum State {
        PLAIN, LOGGED, DISABLED
    }

    /**
     * {@code allow ingress tcp 80 from office log "operators"}.
     *
     * @param service what the rule is about; empty: everything
     * @param from empty: anyone
     * @param ports destination ports said at the end although the service already has some; else empty
     */
    record Rule(Verdict verdict, Direction direction, Optional<Service> service, List<Subject> from,
            List<Expression> sourcePorts, List<Subject> to, List<Expression> ports, State state,
            Optional<Name> description, Span span) implements Sentence {}

    /** {@code otherwise reject ingress log}. */
    record Default(Verdict verdict, Direction direction, boolean logged, Span span) implements Sentence {}

    /** {@code otherwise -> 10.42.1.9}. */
    record DefaultTarget(Expression target, Span span) implements Sentence {}

    /** {@code tcp 80, 443 -> 10.42.1.10 port 8080}. */
    record Translation(Service service, List<Target> targets, Optional<Name> description,
            Span span) implements Sentence {}

    /** {@code peer web <-> db}. */
    record Peer(Name left, Name right, Optional<Body> body, Span span) implements Sentence {}

    /** {@code service dns = tcp 53, udp 53}. */
    record Naming(Name name, List<Service> services, Span span) implements Sentence {}

    /**
     * {@code flow web -> db tcp 5432}.
     *
     * @param services empty: everything
     */
    record Flow(List<Subject> from, List<Subject> to, List<Service> services, Optional<Name> description,
            Span span) implements Sentence {}
}
