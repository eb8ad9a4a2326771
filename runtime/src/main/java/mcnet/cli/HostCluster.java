package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.importing.Clusters;
import mcnet.model.Cluster;
import mcnet.observe.Answer;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** The cluster that a host belongs to, where no file says who its members are. */
record HostCluster(Host host) {

    /**
     * What the host told.
     *
     * @param cluster with all its members; empty where it could not tell, as the problems say
     */
    record Members(Optional<Input> input, Optional<Cluster> cluster, List<Diagnostic> problems) {
        private static Members none(List<Diagnostic> problems) {
            return new Members(Optional.empty(), Optional.empty(), problems);
        }
    }

    /** Asks the host for its members; the console is told where there are none. */
    Optional<Input> input(CommandLine line, Console console) throws ParseException {
        Members members = members(line, console);
        console.report(members.problems());
        return members.input();
    }

    /** Asks the host for its members. */
    Members members(CommandLine line, Console console) throws ParseException {
        Optional<Input> alone = of(host.program(), line, console);
        Optional<Cluster> one = alone.flatMap(i -> i.oneCluster(console));
        if (one.isEmpty()) return Members.none(List.of());
        Observed first;
        try (Asking members = Fleet.reading(Connections.of(one.get(), line, console), new Tally())) {
            first = new Gather(one.get(), members, Trace.NONE).ask(Set.of(Clusters.MEMBERS));
        } catch (FleetException e) {
            return Members.none(Failures.of(e, one.get(), host.trust()));
        }
        Answer members = first.of(Clusters.MEMBERS);
        if (!members.ok())
            return Members.none(
                    List.of(Diagnostic.error("MC0723", "the cluster does not list its members: " + members.error())
                            .why("without that list mcnet cannot know whom to ask")
                            .fix("run this on " + host.address() + ": lxc cluster list")));
        String all = Clusters.found(host.user(), first);
        if (all.isEmpty())
            return Members.none(List.of(Diagnostic.error("MC0720", host.address() + " is in no LXD cluster")
                    .why("LXD there lists no members").fix("run this there: lxc cluster list")));
        Optional<Input> input = of(new Source(Failures.UNWRITTEN, all), line, console);
        return new Members(input, input.flatMap(i -> i.oneCluster(console)), List.of());
    }

    private static Optional<Input> of(Source text, CommandLine line, Console console) throws ParseException {
        return Input.of(text, Kinds.of(line), console);
    }
}
