package mcnet.planner;

import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.traffic.LxdPeerings;
import mcnet.lxd.zone.ReverseZones;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;
import mcnet.schema.IndexFile;
import mcnet.schema.ServerObject;

/** What a person types to remove an object, with the server's own client. */
public final class RemovalCommand {
    private RemovalCommand() {}

    public static String removal(ResourceId id, PlanningContext now) {
        return command(id, "delete", "", now);
    }

    /** What a person types to take mcnet's mark off an object. */
    public static String unmarking(ResourceId id, PlanningContext now) {
        return command(id, "unset", " user.mcnet.program", now);
    }

    private static String command(ResourceId id, String verb, String rest, PlanningContext now) {
        if (id.kind().equals(KindName.PEER)) return ofSides(id, verb, rest, now);
        ServerObject server = IndexFile.shipped().kind(id.kind()).orElseThrow().server();
        return "lxc " + server.command() + " " + verb + " " + (server.isPart() ? name(id.network()) + " " : "")
                + name(id.name()) + rest + project(id);
    }

    /** Each side of a peering is an object of its own, called as somebody liked. */
    private static String ofSides(ResourceId peer, String verb, String rest, PlanningContext now) {
        return LxdPeerings.pair(peer, now).map(LxdPeerings.Pair::sides).orElse(List.of()).stream()
                .map(side -> "lxc network peer " + verb + " " + ShellWords.quoted(side.network().name()) + " "
                        + ShellWords.quoted(side.name()) + rest + project(side.network()))
                .collect(Collectors.joining("; "));
    }

    /** As the server's client takes it: a reverse zone by its domain. */
    private static String name(String name) {
        return ShellWords.quoted(name.contains("/") ? ReverseZones.server(name) : name);
    }

    private static String project(ResourceId id) {
        return id.project().isEmpty() ? "" : " --project " + ShellWords.quoted(id.project());
    }
}
