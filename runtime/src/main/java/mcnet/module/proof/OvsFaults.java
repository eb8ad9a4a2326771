package mcnet.module.proof;

import mcnet.module.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observed;
import mcnet.plan.Verdict;

/** What is wrong with a member's Open vSwitch. */
final class OvsFaults {
    private OvsFaults() {}

    /** It does not answer. */
    static Verdict silent(Answer answer, String member, Observed seen) {
        return Verdict.fails("Open vSwitch on " + member + ": " + answer.error(), "its database server is not running",
                "on " + member + ": " + ServiceCommands.of(seen).restartSwitch());
    }

    /** What makes LXD plug an uplink in again: its start ({@code lxd/network/driver_ovn.go Start}). */
    static String restartLxd(String member, Observed seen) {
        return "on " + member + ": " + ServiceCommands.of(seen).restartLxd() + "; instances go on meanwhile";
    }
}
