package mcnet.probe;

import com.fasterxml.jackson.databind.node.MissingNode;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.server.ServiceCommands;
import mcnet.lxd.uplink.NorthboundRewrite;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** Causes that several proofs share, each with the command that mends it. */
final class CommonFaults {
    private CommonFaults() {}

    /** LXD did not answer what it was asked about an object. */
    static Verdict lxd(Answer answer, ResourceId about) {
        if (answer.absent())
            return Verdict.fails("LXD has no " + about, "it was removed, or never created",
                    "see what is missing, then create it: mcnet plan; mcnet apply");
        return Verdict.fails(answer.error().isEmpty() ? "LXD answers " + answer.status() : answer.error(),
                "LXD cannot report its state", "check that all members are online: lxc cluster list");
    }

    /** The server sets a NIC up only when the instance starts. */
    static String restart(ResourceId instance) {
        return "lxc restart " + ShellWords.quoted(instance.name())
                + (instance.project().isEmpty() ? "" : " --project " + ShellWords.quoted(instance.project()));
    }

    /** The southbound database did not answer. */
    static Verdict southbound(Answer answer, Observation seen) {
        ServiceCommands services = ServiceCommands.of(seen);
        return Verdict.fails("southbound database: " + answer.error(),
                services.central() + " is down at the address in external_ids:ovn-remote, or cannot be reached"
                        + " from this member",
                "find the address: ovs-vsctl get open_vswitch . external_ids:ovn-remote; on that machine: "
                        + services.restartCentral());
    }

    /** The northbound database did not answer. */
    static Verdict northbound(Answer answer, Observation seen) {
        ServiceCommands services = ServiceCommands.of(seen);
        return Verdict.fails("northbound database: " + answer.error(),
                services.central()
                        + " is down at the address in LXD's network.ovn.northbound_connection, or cannot be"
                        + " reached from this member",
                "find the address: lxc config get network.ovn.northbound_connection; on that machine: "
                        + services.restartCentral());
    }

    /** The northbound database does not have, or has otherwise, what LXD once wrote there for a network. */
    static Verdict lost(String detail, ResourceId network, Observation seen) {
        boolean empty = Ovn.isEmpty(seen);
        return Verdict.fails(detail, empty
                ? "the northbound database has no router at all: it was wiped, or LXD's"
                        + " network.ovn.northbound_connection is the address of another database"
                : "it was removed from the northbound database outside LXD, or LXD's last change of the network"
                        + " was interrupted",
                "let LXD write the network again: " + rewriting(network, seen)
                        + (empty ? "; then restart the instances on it: lxc restart NAME" : ""));
    }

    /** What makes LXD write a network into the northbound database anew. */
    static String rewriting(ResourceId network, Observation seen) {
        return NorthboundRewrite.of(network, LxdNetworks.seen(network, seen).orElse(MissingNode.getInstance()))
                .commands();
    }
}
