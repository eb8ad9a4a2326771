package mcnet.ovn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.project.Projects;
import mcnet.lxd.server.MicroCloud;
import mcnet.lxd.server.Servers;
import mcnet.lxd.server.ServiceCommands;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.product.ServerFacts;

/** OVN's databases, without which LXD cannot make or change a network and leaves it half made. */
public final class OvnDatabases {
    private static final String NORTHBOUND = "network.ovn.northbound_connection";
    /** A member of a cluster has it always; a config without it is none, or not whole. */
    private static final String OF_ALL_MEMBERS = "core.https_address";

    private OvnDatabases() {}

    /**
     * Each member must be told where the northbound one is: without {@code network.ovn.northbound_connection} it looks for
     * a socket of its own, and a network is made on one member and fails on the others. Where a network has been made on
     * the cluster it is found somehow.
     */
    public static List<Diagnostic> known(PlanningContext now) {
        JsonNode config = now.seen().member(now.lead(), "/1.0").value().path("config");
        if (now.members().size() < 2 || !config.has(OF_ALL_MEMBERS) || !config.path(NORTHBOUND).asText().isEmpty())
            return List.of();
        boolean told = Servers.all(now).stream().map(ServerFacts::of).allMatch(ServerFacts::findsNorthbound);
        boolean works = Projects.of(now).stream()
                .flatMap(p -> now.seen().of(LxdNetworks.list(p)).value().valueStream())
                .anyMatch(n -> n.path("type").asText().equals("ovn") && n.path("status").asText().equals("Created"));
        if (told || works) return List.of();
        return List.of(Diagnostic.error("MC0774", NORTHBOUND + " is not set on the cluster")
                .why("each member would use its own local socket for OVN's northbound database, and networks"
                        + " would stay incomplete: Errored")
                .fix("run, with the address of the member that runs " + ServiceCommands.of(now.seen()).central()
                        + ": lxc config set " + NORTHBOUND
                        + (MicroCloud.is(now.seen()) ? " ssl:ADDRESS:6641" : " tcp:ADDRESS:6641")));
    }

    /** The southbound one answers the member that is asked for the cluster; the northbound runs beside it. */
    public static List<Diagnostic> answering(PlanningContext now) {
        Answer answer = now.seen().cluster(Ovn.ENCAPS);
        if (answer.ok() || answer.status() == 0) return List.of();
        return List.of(Diagnostic.error("MC0730", "OVN's southbound database does not answer " + now.lead())
                .why(answer.error().isEmpty() ? "no answer" : answer.error())
                .fix("check on the members that run it that it is up: "
                        + ServiceCommands.of(now.seen()).centralLog() + "; and on " + now.lead() + " the"
                        + " address that this prints: ovs-vsctl get open_vswitch . external_ids:ovn-remote"));
    }
}
