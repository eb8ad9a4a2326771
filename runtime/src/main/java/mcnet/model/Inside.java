package mcnet.model;

/**
 * Where a declaration stands.
 *
 * @param project the project around it; empty: the one that all share
 * @param outer the name of the declaration directly around it, where that is no project; empty: none
 */
public record Inside(String project, String outer) {
    public static final Inside PROGRAM = new Inside("", "");
}
