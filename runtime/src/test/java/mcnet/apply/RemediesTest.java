package mcnet.apply;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What LXD says while a member goes down: who reads it is told to look for the member. */
class RemediesTest {
    @ParameterizedTest
    @ValueSource(strings = {"The network is already defined on member \"micro2\"",
            "Failed to add network: UNIQUE constraint failed: networks.project_id, networks.name",
            "no more rows available", "Failed to begin transaction: checkpoint in progress",
            "failed to notify peer 10.77.0.3:8443: dial tcp: no route to host",
            "Failed notifying cluster member \"micro3\" at \"10.77.0.3:8443\": Cannot connect to: 10.77.0.3:8443: i/o timeout"})
    void aMemberThatWentDownIsLookedFor(String words) {
        assertTrue(Remedies.of(words, "micro1").contains("lxc cluster list"), () -> Remedies.of(words, "micro1"));
    }

    /** LXD 6.9 and OVN 26.03, for a forward to port 70000, and the same where nobody listens or answers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (ovn-nbctl: 10.42.1.10:70000: bad port number)|correct the value in its message
            (ovn-nbctl: tcp:10.77.0.1:6641: database connection failed (Connection refused))|does not answer
            signal: alarm clock (terminating with signal 14 (Alarm clock))|do not answer
            exec: "ovn-nbctl": executable file not found in $PATH|do not answer
            """)
    void aRefusalOfOvnIsToldApartFromSilence(String end, String remedy) {
        String words = "Failed to run: ovn-nbctl --timeout=10 --db tcp:10.77.0.1:6641 --wait=sb lb-add x: exit status 1 "
                + end;
        assertTrue(Remedies.of(words, "micro1").contains(remedy), () -> Remedies.of(words, "micro1"));
    }

    /** LXD 5.21 hands a creation on, and the other member dials a socket of its own. */
    @Test
    void aDatabaseThatAnotherMemberDoesNotReachIsTheCause() {
        String words = "Failed notifying cluster member \"micro2\" at \"10.77.0.2:8443\": Failed to run: ovn-nbctl"
                + " --timeout=10 --db unix:/var/run/ovn/ovnnb_db.sock --wait=sb: exit status 1 (ovn-nbctl:"
                + " unix:/var/run/ovn/ovnnb_db.sock: database connection failed (No such file or directory))";
        assertTrue(Remedies.of(words, "micro1").contains("network.ovn.northbound_connection"));
    }
}
