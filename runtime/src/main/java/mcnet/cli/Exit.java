package mcnet.cli;

/** What a command's exit status says; the README lists them for pipelines. */
public final class Exit {
    /** Done, or nothing to do. */
    public static final int DONE = 0;
    /** Something is wrong and nothing was changed. */
    public static final int NOTHING_CHANGED = 1;
    /** There are differences, where the caller asked to be told so. */
    public static final int DIFFERENCES = 2;
    /** Stopped midway; the list says where. */
    public static final int MIDWAY = 3;
    /** Applied, but not all of it can be seen to work. */
    public static final int NOT_VERIFIED = 4;
    /** Another apply holds the cluster; nothing was changed. */
    public static final int HELD = 5;

    /** Interrupted by the user. */
    public static final int INTERRUPTED = 130;

    private Exit() {}
}
