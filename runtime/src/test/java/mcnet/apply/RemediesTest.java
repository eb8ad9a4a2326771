package mcnet.apply;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LXD says while a member goes down: who reads it is told to look for the member. */
class RemediesTest {
    @ParameterizedTest
    @ValueSource(strings = {"The network is already defined on member \"micro2\"",
            "Failed to add network: UNIQUE constraint failed: networks.project_id, networks.name",
            "no more rows available", "Failed to begin transaction: checkpoint in progress",
            "failed to notify peer 10.77.0.3:8443: dial tcp: no route to host"})
    void aMemberThatWentDownIsLookedFor(String words) {
        assertTrue(Remedies.of(words, "micro1").contains("lxc cluster list"), () -> Remedies.of(words, "micro1"));
    }
}
