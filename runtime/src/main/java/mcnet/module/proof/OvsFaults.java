package mcnet.module.proof;

import mcnet.observe.Answer;
import mcnet.plan.Verdict;

/** What is wrong with a member's Open vSwitch. */
final class OvsFaults {
    private OvsFaults() {}

    /** It does not answer. */
    static Verdict silent(Answer answer, String member) {
        return Verdict.fails("Open vSwitch on " + member + ": " + answer.error(), "its database server is not running",
                "on " + member + ": systemctl restart openvswitch-switch (MicroOVN: snap restart microovn.switch)");
    }

    /** What makes LXD plug an uplink in again: its start ({@code lxd/network/driver_ovn.go Start}). */
    static String restartLxd(String member) {
        return "on " + member + ": systemctl restart lxd (snap: snap restart lxd); instances go on meanwhile";
    }
}
