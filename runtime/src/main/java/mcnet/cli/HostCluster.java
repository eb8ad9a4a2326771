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

/**
 * The cluster that a host belongs to, where no file says who its members are.
 *
 * @param name what the cluster is called here
 */
record HostCluster(Host host, String name) {

    /** Asks the host for its members; the console is told where there are none. */
    Optional<Input> input(CommandLine line, Console console) throws ParseException {
        Optional<Cluster> one = of(host.program(), line, console).flatMap(i -> i.oneCluster(console));
        if (one.isEmpty()) return Optional.empty();
        Observed first;
        try (Asking members = Fleet.reading(Connections.of(one.get(), line, console), new Tally())) {
            first = new Gather(one.get(), members, Trace.NONE).ask(Set.of(Clusters.MEMBERS));
        } catch (FleetException e) {
            console.report(Failures.of(e, one.get()));
            return Optional.empty();
        }
        Answer members = first.of(Clusters.MEMBERS);
        if (!members.ok()) {
            console.report(
                    List.of(Diagnostic.error("MC0723", "the cluster does not list its members: " + members.error())
                            .why("without that list mcnet cannot know whom to ask")
                            .fix("see on " + host.address() + " what `lxc cluster list` says")));
            return Optional.empty();
        }
        String all = Clusters.found(name, host.user(), first);
        if (!all.isEmpty()) return of(new Source("import", all), line, console);
        console.report(List.of(Diagnostic.error("MC0720", host.address() + " is in no LXD cluster")
                .why("LXD there lists no members").fix("see `lxc cluster list` there")));
        return Optional.empty();
    }

    private static Optional<Input> of(Source text, CommandLine line, Console console) throws ParseException {
        return Input.of(text, Kinds.of(line), console);
    }
}
