package mcnet.plan;

/** Why something is to be done; stable words for machines. */
public enum Reason {
    /** Declared, and not on the cluster. */
    MISSING,
    /** The cluster has another value. */
    DIFFERENT,
    /** Declared before and not any more: the value goes back to the server's default. */
    NO_LONGER_DECLARED,
    /** Declared before and not any more, and the cluster has no value either: only the mark changes. */
    ALREADY_UNSET,
    /** The value is right already; from now on the file answers for it. */
    NEWLY_DECLARED;

    /** As JSON spells it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
