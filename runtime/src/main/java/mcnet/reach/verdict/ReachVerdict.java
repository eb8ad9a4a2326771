package mcnet.reach.verdict;

import java.util.List;

/** The answer to who reaches whom, in one word. */
public enum ReachVerdict {
    /** Everything arrives. */
    YES,
    /** Nothing arrives. */
    NO,
    /** Some arrives, some surely does not. */
    PARTLY,
    /** It depends on something that is not in the file. */
    UNKNOWN;

    /** That of all pairs together. */
    public static ReachVerdict of(List<PairAnswer> pairs) {
        List<PairAnswer> asked = pairs.stream().filter(p -> !p.asked().isEmpty()).toList();
        if (asked.stream().allMatch(PairAnswer::isNone)) return NO;
        if (asked.stream().allMatch(PairAnswer::isWhole)) return YES;
        boolean some = asked.stream().anyMatch(p -> !p.certain().isEmpty());
        boolean stopped = asked.stream().anyMatch(p -> !p.stopped().isEmpty());
        return some && stopped ? PARTLY : UNKNOWN;
    }
}
