package mcnet.plan;

import java.util.List;

/**
 * What the cluster holds beside what a program says: on the program's own objects, and on or in them.
 *
 * @param values values that no attribute of the file and nothing that mcnet set accounts for
 * @param objects things of others that stand on the program's networks, zones and uplinks or in its projects
 * @param unread the questions that nobody asked or nobody answered, of which nothing is known
 */
public record UndeclaredState(List<Value> values, List<Thing> objects, List<String> unread) {

    public UndeclaredState {
        values = List.copyOf(values);
        objects = List.copyOf(objects);
        unread = List.copyOf(unread);
    }

    /**
     * One value of an object of the program's.
     *
     * @param key the server's key; empty where it is no key of a config
     * @param value as the server spells it; blanked as in observations
     * @param serverDefault what the server does where nobody sets it; empty where that is not known
     */
    public record Value(ResourceId id, Field field, String key, String value, String serverDefault) {}

    /**
     * One thing.
     *
     * @param where what it stands on or in, {@code network web}
     * @param owner the program that made it; empty: no program of mcnet's
     */
    public record Thing(ResourceId id, String where, String owner) {}
}
