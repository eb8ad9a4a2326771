package mcnet.plan;

/**
 * A thing on the cluster that a program can own: {@code network web}, {@code network acme.front} of a project,
 * {@code forward 198.51.100.210 of web}.
 *
 * @param project empty: the server's own, {@code default}
 * @param network the network that it is a part of, or the zone of a record; or empty
 */
public record ResourceId(String kind, String project, String network, String name) {

    public ResourceId(String kind, String name) {
        this(kind, "", "", name);
    }

    @Override
    public String toString() {
        return kind + " " + title();
    }

    /** How it is called in a plan, its project in front of it. */
    public String title() {
        if (network.isEmpty()) return (project.isEmpty() ? "" : project + ".") + name;
        return name + " of " + (project.isEmpty() ? "" : project + ".") + network;
    }
}
