package mcnet.plan;

/**
 * Whether a proof holds.
 *
 * @param detail what was seen
 */
public record Verdict(State state, String detail) {

    /** Holds, does not, or nobody could be asked. */
    public enum State {
        HOLDS, FAILS, NOT_ASKED
    }

    public static Verdict holds(String detail) {
        return new Verdict(State.HOLDS, detail);
    }

    public static Verdict fails(String detail) {
        return new Verdict(State.FAILS, detail);
    }

    public static Verdict notAsked(String detail) {
        return new Verdict(State.NOT_ASKED, detail);
    }

    public static Verdict of(boolean holds, String detail) {
        return holds ? holds(detail) : fails(detail);
    }

    public boolean failed() {
        return state == State.FAILS;
    }
}
