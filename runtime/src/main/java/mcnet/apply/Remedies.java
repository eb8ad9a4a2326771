package mcnet.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to do about a server's words, where we know better than to try again. */
final class Remedies {
    private static final String GO_ON = "; then apply again: finished steps are not repeated";

    /**
     * A part of the server's words, and the remedy; {@code %s} is the member. LXD begins a transaction again whose answer
     * it lost while its database chose another leader, and then meets what the first one has written
     * (lxd/db/query/retry.go, {@code Retry}; lxd/networks.go, {@code networksPost}). What a program of OVN says stands
     * behind its name and a colon; before it, LXD shows the command, so that its name alone tells nothing
     * (shared/subprocess, {@code RunError}; lib/ovsdb of Open vSwitch ends by SIGALRM where no database answers).
     */
    private static final Map<String, String> KNOWN = known();

    private Remedies() {}

    static String of(String error, String member) {
        for (Map.Entry<String, String> each : KNOWN.entrySet()) {
            if (error.toLowerCase(java.util.Locale.ROOT).contains(each.getKey()))
                return each.getValue().formatted(member) + GO_ON;
        }
        return "fix the cause" + GO_ON;
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("ip addresses configured",
                "remove the addresses from that interface (ip addr, and its network configuration)");
        known.put("attached to bridge",
                "the interface is still in another bridge: run mcnet plan, which clears bridges that LXD left,"
                        + " or remove it yourself (ovs-vsctl del-port)");
        known.put("no space left", "free some space on the disk of the member in the error (df -h)");
        known.put("database or disk is full", "free some space on the disk of the member in the error (df -h)");
        known.put("is down", "start the member that is down (lxc cluster list)");
        known.put("already used but with a different password",
                "the member with this address still had the old session, which is closed now");
        known.put("database connection failed",
                "OVN's northbound database does not answer: check ovn-central on the member that runs it"
                        + " (MicroOVN: microovn"
                        + " status), and `lxc config get network.ovn.northbound_connection` on %s");
        for (String words : List.of("alarm clock", "executable file not found"))
            known.put(words, "OVN's databases or their programs do not answer: check ovn-central on the member"
                    + " that runs it"
                    + " (MicroOVN: microovn status)");
        known.put("ovn-nbctl: ", "OVN refuses a value that LXD sent to it: correct the value in its message");
        known.put("ovn-sbctl: ",
                "OVN's southbound database refuses: check ovn-central on the member that runs it (MicroOVN:"
                        + " microovn status)");
        for (String words : List.of("failed to notify peer", "failed notifying cluster member"))
            known.put(words, "check the member with this address: lxc cluster list, and its LXD log");
        known.put("certificate", "compare the clocks of the members: a certificate is not yet valid, or no"
                + " longer valid");
        for (String words : List.of("already defined on member", "unique constraint failed")) {
            known.put(words,
                    "start members that are offline (lxc cluster list): if LXD's database changes its leader"
                            + " during a call, LXD may create the object twice; or somebody else created it"
                            + " meanwhile");
        }
        for (String words : List.of("no more rows available", "no known dqlite leader", "not leader",
                "database is locked", "failed to begin transaction", "disk i/o error", "bad connection", "dial tcp",
                "deadline exceeded", "unexpected eof")) {
            known.put(words, "a member or LXD's database on it stopped during the call: start members that are"
                    + " offline (lxc cluster list)");
        }
        return known;
    }
}
