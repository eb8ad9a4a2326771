package mcnet.model;

import java.util.List;

/** A name for a cluster that has none, from what its members' names begin with. */
public final class ClusterName {
    private static final String NONE = "cloud";

    private ClusterName() {}

    /** {@code micro} of micro1, micro2 and micro3; {@code cloud} where they have nothing in common. */
    public static String of(List<String> members) {
        String stem = members.stream().reduce(ClusterName::commonStart).orElse("").replaceFirst("[-_.\\d]*$", "");
        boolean word = stem.length() > 1 && stem.matches("[A-Za-z][A-Za-z0-9_-]*");
        return word && !stem.equals("microcloud") ? stem : NONE;
    }

    private static String commonStart(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) end++;
        return one.substring(0, end);
    }
}
