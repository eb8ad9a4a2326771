package mcnet.report.terminal;

/**
 * How text for a person is laid out.
 *
 * @param width columns of the terminal; {@link #WIDTH} where there is none
 * @param verbose also what is as expected
 */
public record TextOptions(Style style, int width, boolean verbose) {
    /** Columns of a text that goes to no terminal: into a log, a review, a diff. */
    public static final int WIDTH = 80;

    /** For what is no terminal. */
    public static final TextOptions PLAIN = new TextOptions(Style.PLAIN, WIDTH, false);
}
