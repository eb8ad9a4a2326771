package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** An item that says something in words where a table would say it worse. */
public sealed interface StatementNode extends Node {

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
    record Rule(Verdict verdict, Direction direction, Optional<TrafficNode> service, List<SubjectNode> from,
            List<Expression> sourcePorts, List<SubjectNode> to, List<Expression> ports, State state,
            Optional<Name> description, Span span) implements StatementNode {}

    /** {@code otherwise reject ingress log}. */
    record Default(Verdict verdict, Direction direction, boolean logged, Span span) implements StatementNode {}

    /** {@code otherwise -> 10.42.1.9}. */
    record DefaultTarget(Expression target, Span span) implements StatementNode {}

    /** {@code tcp 80, 443 -> 10.42.1.10 port 8080}. */
    record Translation(TrafficNode service, List<Target> targets, Optional<Name> description,
            Span span) implements StatementNode {}

    /** {@code peer web <-> db}. */
    record Peer(Name left, Name right, Optional<Body> body, Span span) implements StatementNode {}

    /** {@code service dns = tcp 53, udp 53}. */
    record Naming(Name name, List<TrafficNode> services, Span span) implements StatementNode {}

    /**
     * {@code flow web -> db tcp 5432}.
     *
     * @param services empty: everything
     */
    record Flow(List<SubjectNode> from, List<SubjectNode> to, List<TrafficNode> services, Optional<Name> description,
            Span span) implements StatementNode {}
}
