package mcnet.cli;

import java.util.List;
import mcnet.plan.UnavailableMember;

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

    /** A fault of mcnet ({@code sysexits.h}: {@code EX_SOFTWARE}). */
    public static final int FAULT = 70;
    /** Done, but not all of the output could be written ({@code sysexits.h}: {@code EX_IOERR}). */
    public static final int OUTPUT = 74;
    /** Ended by a signal: this and its number, as shells count. */
    public static final int SIGNAL = 128;
    /** Done, but nobody read the output to its end; what SIGPIPE does to others. */
    public static final int NO_READER = SIGNAL + 13;

    private Exit() {}

    /** Of a command that tells differences: that there is none is not known while a member is unavailable. */
    public static int ofDifferences(boolean are, List<UnavailableMember> unavailable) {
        if (are) return DIFFERENCES;
        return unavailable.isEmpty() ? DONE : NOTHING_CHANGED;
    }
}
