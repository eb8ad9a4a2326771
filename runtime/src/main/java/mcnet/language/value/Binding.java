package mcnet.language.value;

import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;

/** A name that stands for a value, which is worked out when it is first wanted. */
public final class Binding {

    enum State {
        UNKNOWN, WANTED, KNOWN, WRONG
    }

    private final String name;
    private final Span at;
    private final Scope scope;
    private Expression value;
    private State state = State.UNKNOWN;

    Binding(String name, Span at, Expression value, Scope scope) {
        this.name = name;
        this.at = at;
        this.value = value;
        this.scope = scope;
    }

    public String name() {
        return name;
    }

    public Span at() {
        return at;
    }

    Scope scope() {
        return scope;
    }

    State state() {
        return state;
    }

    /** As it was written, or as it came out. */
    public Expression value() {
        return value;
    }

    void desired() {
        state = State.WANTED;
    }

    void known(Expression result) {
        value = result;
        state = State.KNOWN;
    }

    void wrong() {
        state = State.WRONG;
    }
}
