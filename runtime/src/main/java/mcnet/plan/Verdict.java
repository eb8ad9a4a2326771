package mcnet.plan;

import java.util.function.UnaryOperator;

/**
 * Whether a proof holds.
 *
 * @param detail what was seen
 * @param why the likely cause, where it does not hold; else empty
 * @param fix the command that mends it, where it does not hold; else empty
 */
public record Verdict(State state, String detail, String why, String fix) {

    /** Holds, does not, there is nobody to ask it of, or who knows does not answer. */
    public enum State {
        HOLDS, FAILS, NOT_ASKED, UNKNOWN
    }

    public static Verdict holds(String detail) {
        return new Verdict(State.HOLDS, detail, "", "");
    }

    /**
     * @param detail what was seen instead
     * @param why the likely cause
     * @param fix what to do, with the whole command
     */
    public static Verdict fails(String detail, String why, String fix) {
        return new Verdict(State.FAILS, detail, why, fix);
    }

    public static Verdict notAsked(String detail) {
        return new Verdict(State.NOT_ASKED, detail, "", "");
    }

    /**
     * @param detail who does not answer
     * @param fix what to do until it can be known
     */
    public static Verdict unknown(String detail, String fix) {
        return new Verdict(State.UNKNOWN, detail, "", fix);
    }

    /** The same with its texts in other words. */
    public Verdict in(UnaryOperator<String> words) {
        return new Verdict(state, words.apply(detail), words.apply(why), words.apply(fix));
    }

    /** Whether it may be so or not. */
    public boolean isUnknown() {
        return state == State.UNKNOWN;
    }

    public boolean failed() {
        return state == State.FAILS;
    }
}
