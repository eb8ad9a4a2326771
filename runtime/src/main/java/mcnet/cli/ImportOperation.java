package mcnet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Source;
import mcnet.importing.ClusterBlocks;
import mcnet.importing.ImportedCluster;
import mcnet.lxd.server.MicroCloud;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.operation.PlanOperation;
import mcnet.planner.Planner;
import mcnet.planner.rule.MarkFormats;
import mcnet.ssh.Endpoint;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/**
 * A cluster, live or recorded, to a text: who its members are, what they have, whose it is.
 *
 * @param trust the command that records host keys which are not known
 */
public record ImportOperation(CommandLine line, Console console, String trust) {
    private static final String PROGRAM = "program";
    private static final String OBSERVED = "observed";
    private static final Pattern SECRET = Pattern.compile("secret\\(\"env:(\\w+)\"\\)");

    /**
     * What came out.
     *
     * @param partial `check` would refuse the text, or a member did not tell what it has, as the console says
     */
    public record Outcome(String text, boolean partial) {}

    public ImportOperation(CommandLine line, Console console) {
        this(line, console, "mcnet trust");
    }

    /** @param arguments a host, or files that say where a cluster is */
    public Optional<Outcome> outcome(List<String> arguments) throws ParseException {
        if (line.hasOption(OBSERVED)) return ofRecording(arguments);
        Optional<HostArgument> host = HostArgument.of(arguments);
        if (host.isPresent()) return ofHost(host.get());
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty() ? Optional.empty() : live(input.get(), cluster.get(), null);
    }

    private Optional<Outcome> ofRecording(List<String> files) throws ParseException {
        Optional<Observation> seen = ObservationFiles.read(Path.of(line.getOptionValue(OBSERVED)), console);
        if (seen.isEmpty()) return Optional.empty();
        if (!files.isEmpty()) {
            Optional<CommandInput> input = CommandInput.read(line, files, console);
            Optional<ClusterConnection> cluster = input.flatMap(i -> i.oneCluster(console));
            return cluster.isEmpty() ? Optional.empty() : recorded(input.get(), cluster.get(), seen.get(), null);
        }
        String all = ClusterBlocks.found("", seen.get());
        if (all.isEmpty()) {
            console.report(List.of(Diagnostic
                    .error("MC0643", line.getOptionValue(OBSERVED) + " contains no cluster members")
                    .why("it does not contain the cluster's list of members").fix("observe again: mcnet observe"
                            + " --out FILE")));
            return Optional.empty();
        }
        Optional<CommandInput> input = input(all);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty() ? Optional.empty() : recorded(input.get(), cluster.get(), seen.get(), "");
    }

    private Optional<Outcome> ofHost(HostArgument host) throws ParseException {
        Optional<CommandInput> input = new HostCluster(host).input(line, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty()
                ? Optional.empty()
                : new ImportOperation(line, console, host.trust()).live(input.get(), cluster.get(), host.user());
    }

    private Optional<CommandInput> input(String text) {
        return CommandInput.of(new Source(ConnectionFailures.UNWRITTEN, text), KnownKinds.of(line), console);
    }

    private interface Look {
        Observation at(ReadOnlyConnections members) throws UnreachableException;
    }

    private interface Way {
        List<Endpoint> to(ClusterConnection cluster) throws ParseException, UnreachableException;
    }

    private Optional<Observation> seen(ClusterConnection cluster, Look look) throws ParseException {
        return seen(cluster, c -> ClusterConnections.again(c, line), look);
    }

    private Optional<Observation> seen(ClusterConnection cluster, Way way, Look look) throws ParseException {
        try (ReadOnlyConnections members = SshConnections.reading(way.to(cluster), new TrafficCounter())) {
            return Optional.of(look.at(members));
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, cluster, trust));
            return Optional.empty();
        }
    }

    private Optional<Outcome> live(CommandInput input, ClusterConnection cluster, String user) throws ParseException {
        PlanOperation anyones = input.planningOfAll(cluster, "");
        Optional<Observation> first = seen(cluster, c -> ClusterConnections.of(c, line, console),
                members -> anyones.observe(members, CallTrace.NONE));
        if (first.isPresent() && console.report(MarkFormats.check(anyones.now(first.get())))) return Optional.empty();
        Optional<String> program = first
                .flatMap(seen -> program(input, seen, ImportedCluster.owners(anyones.now(seen), anyones.modules())));
        if (program.isEmpty()) return Optional.empty();
        // Some questions are about one program's things.
        PlanOperation own = input.planningOfAll(cluster, program.get());
        PlanOperation declared = input.planning(cluster).called(program.get());
        Optional<Observation> all = seen(cluster, members -> declared.observe(members, CallTrace.NONE,
                own.observeAll(members, CallTrace.NONE, first.get())));
        return all.flatMap(seen -> outcome(input, own, seen, user));
    }

    private Optional<Outcome> recorded(CommandInput input, ClusterConnection cluster, Observation seen, String user) {
        PlanOperation anyones = input.planningOfAll(cluster, "");
        if (console.report(MarkFormats.check(anyones.now(seen)))) return Optional.empty();
        Optional<String> program = program(input, seen, ImportedCluster.owners(anyones.now(seen), anyones.modules()));
        return program.flatMap(p -> outcome(input, input.planningOfAll(cluster, p), seen, user));
    }

    /** Whose objects the file is to answer for. */
    private Optional<String> program(CommandInput input, Observation seen, Set<String> owners) {
        String said = line.getOptionValue(PROGRAM, input.program().name());
        if (!said.isEmpty()) return Optional.of(said);
        if (owners.size() <= 1)
            return Optional.of(owners.stream().findFirst().orElse(MicroCloud.is(seen) ? "microcloud" : "networks"));
        console.report(List.of(Diagnostic.error("MC0009", "objects of several programs are on this cluster: "
                + String.join(", ", owners)).why("a file is one program, and manages only the objects of that"
                        + " program")
                .fix("choose one: --program " + ShellWords.quoted(owners.iterator().next()))));
        return Optional.empty();
    }

    private Optional<Outcome> outcome(CommandInput input, PlanOperation own, Observation seen, String user) {
        // Names that are not the server's would lead to questions that nobody answered.
        if (console.report(Planner.membership(own.now(seen)))) return Optional.empty();
        if (console.report(Planner.unanswered(own.now(seen), own.modules()))) return Optional.empty();
        if (console.report(MarkFormats.check(own.now(seen)))) return Optional.empty();
        List<Diagnostic> unreached = Planner.unreached(own.now(seen));
        console.report(unreached);
        List<Source> before = user == null ? input.recipe().texts() : List.of();
        CheckedImport made = CheckedImport.of(before, input.kinds(), own, seen, user);
        String text = made.result().text();
        List<String> named = SECRET.matcher(text).results().map(secret -> secret.group(1)).distinct().toList();
        if (!named.isEmpty())
            console.err()
                    .println("Secrets are not written to the file. Before you plan, set these to the values on"
                            + " the server, or remove their lines:\n  " + String.join(" ", named));
        if (!made.result().unwritten().isEmpty()) console.err().println("On the cluster, but not in the file:");
        made.result().unwritten().forEach(each -> console.err().println("  " + each));
        boolean refused = console.report(made.diagnostics());
        return Optional.of(new Outcome(text, refused || !unreached.isEmpty()));
    }
}
