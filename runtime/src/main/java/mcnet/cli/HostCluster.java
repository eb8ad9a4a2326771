package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.collect.Collector;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.importing.ClusterBlocks;
import mcnet.model.ClusterConnection;
import mcnet.observe.Answer;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** The cluster that a host belongs to, where no file says who its members are. */
public record HostCluster(HostArgument host) {

    /**
     * What the host told.
     *
     * @param cluster with all its members; empty where it could not tell, as the problems say
     */
    public record Members(Optional<CommandInput> input, Optional<ClusterConnection> cluster,
            List<Diagnostic> problems) {
        private static Members none(List<Diagnostic> problems) {
            return new Members(Optional.empty(), Optional.empty(), problems);
        }
    }

    /** Asks the host for its members; the console is told where there are none. */
    public Optional<CommandInput> input(CommandLine line, Console console) throws ParseException {
        Members members = members(line, console);
        console.report(members.problems());
        return members.input();
    }

    /** Asks the host for its members. */
    public Members members(CommandLine line, Console console) throws ParseException {
        Optional<CommandInput> alone = of(host.program(), line, console);
        Optional<ClusterConnection> one = alone.flatMap(i -> i.oneCluster(console));
        if (one.isEmpty()) return Members.none(List.of());
        Observation first;
        try (ReadOnlyConnections members = SshConnections.reading(ClusterConnections.of(one.get(), line, console),
                new TrafficCounter())) {
            first = new Collector(one.get(), members, CallTrace.NONE).ask(Set.of(ClusterBlocks.MEMBERS));
        } catch (UnreachableException e) {
            return Members.none(ConnectionFailures.of(e, one.get(), host.trust()));
        }
        Answer members = first.of(ClusterBlocks.MEMBERS);
        if (!members.ok())
            return Members.none(
                    List.of(Diagnostic.error("MC0723", "the cluster does not list its members: " + members.error())
                            .why("without that list mcnet does not know which members to ask")
                            .fix("run this on " + host.address() + ": lxc cluster list")));
        String all = ClusterBlocks.found(host.user(), first);
        if (all.isEmpty())
            return Members.none(List.of(Diagnostic.error("MC0720", host.address() + " is not a member of an LXD"
                    + " cluster")
                    .why("LXD there lists no members").fix("run this there: lxc cluster list")));
        Optional<CommandInput> input = of(new Source(ConnectionFailures.UNWRITTEN, all), line, console);
        return new Members(input, input.flatMap(i -> i.oneCluster(console)), List.of());
    }

    private static Optional<CommandInput> of(Source text, CommandLine line, Console console) throws ParseException {
        return CommandInput.of(text, KnownKinds.of(line), console);
    }
}
