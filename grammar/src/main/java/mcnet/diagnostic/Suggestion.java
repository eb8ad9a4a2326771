package mcnet.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that was probably meant. */
public final class Suggestion {
    private Suggestion() {}

    /** The known word with the fewest typing slips between, if so few that it was likely meant. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream().filter(k -> isNear(word, k)).min(first(word));
    }

    /** Few enough typing slips lie between them. */
    public static boolean isNear(String word, String known) {
        return distance(word, known) <= Math.max(1, word.length() / 3);
    }

    /** The nearer one first, and always in the same order. */
    public static Comparator<String> first(String word) {
        return Comparator.<String>comparingInt(k -> distance(word, k)).thenComparing(k -> k);
    }

    /** Letters put in, left out, changed or swapped with their neighbour; case is no difference. */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++)
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1))
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        return cost[from.length()][to.length()];
    }
}
