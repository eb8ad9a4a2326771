package mcnet.model;

/**
 * Where a declaration stands.
 *
 * @param project the project around it; empty: the one that all share
 * @param outer the name of the declaration directly around it, where that is no project; empty: none
 * @param networks the project whose networks and ACLs it names: its own, or empty where that has none for itself
 *        ({@code lxd/project/project.go NetworkProject})
 */
public record Enclosure(String project, String outer, String networks) {
    public static final Enclosure PROGRAM = new Enclosure("", "");

    /** In a project with networks of its own, or in none. */
    public Enclosure(String project, String outer) {
        this(project, outer, project);
    }
}
