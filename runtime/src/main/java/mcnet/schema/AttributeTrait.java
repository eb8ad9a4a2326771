package mcnet.schema;

/** What holds for an attribute, whatever its value. */
public enum AttributeTrait {
    /** A declaration without it is an error. */
    REQUIRED,
    /** The server keeps a value for each member, so {@code on MEMBER} may set it. */
    PER_MEMBER,
    /** It belongs to the language, and nothing sends it yet: it is checked, and no plan takes it. */
    UNSUPPORTED,
    /** A statement sets it, {@code otherwise reject ingress}: it cannot be written as an attribute. */
    STATEMENT,
    /**
     * Letting go of an adopted object leaves it as it is then: it names things that may be gone by now, and the server
     * refuses those.
     */
    KEPT_ON_RELEASE
}
