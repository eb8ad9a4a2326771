package mcnet.plan;

/** A thing on the cluster that a program can own: {@code network web}. */
public record ResourceId(String kind, String name) {
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
