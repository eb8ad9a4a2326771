package mcnet.schema;

import java.util.List;

/**
 * Where a declaration may stand and what it may be called.
 *
 * @param places the kinds that it may stand in; an empty one is the program itself
 * @param named a declaration has a name; {@code ssh} has none
 * @param naming which names the server takes, or {@link NamingRule#ANY}
 * @param namespace where its names live
 */
public record Placement(List<String> places, boolean named, NamingRule naming, Namespace namespace) {
    /** In the program itself, under any name. */
    public static final Placement TOP = new Placement(List.of(""), true, NamingRule.ANY, Namespace.CLUSTER);

    public Placement {
        places = List.copyOf(places);
    }

    public Placement in(List<String> kinds) {
        return new Placement(kinds, named, naming, namespace);
    }

    public Placement unnamed() {
        return new Placement(places, false, naming, namespace);
    }

    public Placement naming(NamingRule rule) {
        return new Placement(places, named, rule, namespace);
    }

    public Placement namespace(Namespace names) {
        return new Placement(places, named, naming, names);
    }
}
