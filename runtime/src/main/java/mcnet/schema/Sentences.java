package mcnet.schema;

/** What may be said in a declaration beside attributes. */
public enum Sentences {
    /** {@code allow ingress tcp 80 from office}. */
    RULES,
    /** {@code otherwise drop ingress log}. */
    DEFAULTS,
    /** {@code tcp 80 -> 10.42.1.10}. */
    PORTS,
    /** {@code otherwise -> 10.42.1.9}. */
    REST
}
