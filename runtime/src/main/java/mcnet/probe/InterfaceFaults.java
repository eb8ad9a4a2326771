package mcnet.probe;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.link.Link;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvsFaults;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** What keeps an interface that LXD makes for a network on each member from working. */
final class InterfaceFaults {
    private InterfaceFaults() {}

    static List<Query> queries(String member) {
        return List.of(LxdNetworks.list(), Query.member(member, Ovn.LINKS));
    }

    /** Nobody can tell: the server does not list the network, or the member its interfaces. */
    static Optional<Verdict> unknown(ResourceId network, String member, Observation seen) {
        Answer networks = seen.of(LxdNetworks.list());
        if (!networks.ok()) return Optional.of(CommonFaults.lxd(networks, network));
        if (LxdNetworks.seen(network, seen).isEmpty())
            return Optional.of(CommonFaults.lxd(Answer.failed(404, ""), network));
        Answer links = seen.member(member, Ovn.LINKS);
        return links.ok()
                ? Optional.empty()
                : Optional.of(Verdict.fails(links.error(), "the member could not list its interfaces",
                        "try it on " + member + ": ip address"));
    }

    /** It is not there, or switched off. @param switchOn what switches it on */
    static Optional<Verdict> off(String name, String member, String switchOn, Observation seen) {
        Optional<Link> link = Link.of(seen, member, name);
        if (link.isEmpty())
            return Optional.of(Verdict.fails("no interface " + name + " on " + member, "it was removed by hand",
                    OvsFaults.restartServer(member, seen)));
        return link.get().up()
                ? Optional.empty()
                : Optional.of(Verdict.fails(name + " is down", "somebody switched the interface off", switchOn));
    }

    static String linkUp(String name, String member) {
        return "on " + member + ": ip link set " + ShellWords.quoted(name) + " up";
    }
}
