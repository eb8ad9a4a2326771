package mcnet.collect;

import java.util.List;
import java.util.Locale;
import mcnet.observe.Answer;

/**
 * LXD's database between two leaders, as it is for some seconds after a member came back: what is only read may be asked
 * again ({@code lxd/db/query/retry.go} does so for its own).
 */
final class LeaderElection {
    private static final List<String> WORDS = List.of("context deadline exceeded", "no known dqlite leader",
            "not leader", "database is locked", "failed to begin transaction", "no more rows available");

    private LeaderElection() {}

    static boolean isOn(Answer answer) {
        String error = answer.error().toLowerCase(Locale.ROOT);
        return answer.status() >= 500 && WORDS.stream().anyMatch(error::contains);
    }
}
