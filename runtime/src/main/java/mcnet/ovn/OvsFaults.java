package mcnet.ovn;

import mcnet.lxd.server.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.plan.Verdict;

/** What is wrong with a member's Open vSwitch. */
public final class OvsFaults {
    private OvsFaults() {}

    /** It does not answer. */
    public static Verdict silent(Answer answer, String member, Observation seen) {
        return Verdict.fails("Open vSwitch on " + member + ": " + answer.error(), "its database server is not running",
                "on " + member + ": " + ServiceCommands.of(seen).restartSwitch());
    }

    /** What makes LXD plug an uplink in again: its start ({@code lxd/network/driver_ovn.go Start}). */
    public static String restartServer(String member, Observation seen) {
        return "on " + member + ": " + ServiceCommands.of(seen).restartServer() + "; instances go on meanwhile";
    }
}
