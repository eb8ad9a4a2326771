package mcnet.module;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.module.proof.Ovn;
import mcnet.observe.Answer;

/** OVN's databases, without which LXD cannot make or change a network and leaves it half made. */
public final class Databases {
    private Databases() {}

    /** The southbound one answers the member that is asked for the cluster; the northbound runs beside it. */
    public static List<Diagnostic> answering(Situation now) {
        Answer answer = now.seen().cluster(Ovn.ENCAPS);
        if (answer.ok() || answer.status() == 0) return List.of();
        return List.of(Diagnostic.error("MC0730", "OVN's southbound database does not answer " + now.lead())
                .why(answer.error().isEmpty() ? "no answer" : answer.error())
                .fix("see on the members that run ovn-central whether it is up, and on " + now.lead()
                        + " where `ovs-vsctl get open_vswitch . external_ids:ovn-remote` points"));
    }
}
