package mcnet.plan;

/** Why something is to be done; stable words for machines. */
public enum Reason {
    /** Declared, and not on the cluster. */
    ABSENT,
    /** The cluster has another value. */
    DIFFERS,
    /** Declared before and not any more: the value goes back to the server's default. */
    NO_LONGER_SAID,
    /** Declared before and not any more, and the cluster has no value either: only the mark changes. */
    ALREADY_ABSENT,
    /** The value is right already; from now on the file answers for it. */
    NEWLY_SAID;

    /** As JSON spells it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
