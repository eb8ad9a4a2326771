package mcnet.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.cli.ClusterConnections;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.HostArgument;
import mcnet.cli.HostCluster;
import mcnet.cli.KnownKinds;
import mcnet.cli.ProgramOptions;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Severity;
import mcnet.file.FileException;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.ssh.Endpoint;
import mcnet.ssh.HostKeyScan.Result;
import mcnet.ssh.HostKeyScan;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.hostkeys.KnownHosts;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * {@code mcnet trust}: records the host keys of members and jump hosts that are met for the first time; of one host and of
 * the cluster that it belongs to, where there is no file yet.
 */
public final class TrustCommand implements Command {
    @Override
    public String name() {
        return "trust";
    }

    @Override
    public String usage() {
        return "[--yes] [HOST | FILE…]";
    }

    @Override
    public String summary() {
        return "Shows unknown host keys, asks for confirmation, and records them";
    }

    @Override
    public Options options() {
        return ProgramOptions.addWithCluster(CommonOptions.timeouts(new Options().addOption(CommonOptions.yes())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<HostArgument> host = HostArgument.of(arguments);
        Optional<CommandInput> input = host.isPresent()
                ? CommandInput.of(host.get().program(), KnownKinds.of(line), console)
                : CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.oneCluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        try (HostKeyScan introductions = new HostKeyScan()) {
            for (List<Endpoint> stage : stages(ClusterConnections.of(cluster.get(), line, console)).values())
                if (!record(introductions.of(stage), line, console)) return Exit.NOTHING_CHANGED;
        } catch (UnreachableException e) {
            console.report(host.map(h -> ConnectionFailures.of(e, cluster.get(), h.trust()))
                    .orElseGet(() -> ConnectionFailures.of(e, cluster.get())));
            return Exit.NOTHING_CHANGED;
        }
        if (host.isPresent()) return ofItsCluster(host.get(), line, console);
        console.out().println("All host keys of cluster " + cluster.get().name() + " are known.");
        return Exit.DONE;
    }

    /** The other members, of which the host tells. One that is in no cluster, as a jump host, is all that was asked for. */
    private static int ofItsCluster(HostArgument host, CommandLine line, Console console) throws ParseException {
        console.out().println("All host keys of " + host.address() + " are known.");
        console.out().flush();
        HostCluster.Members members = new HostCluster(host).members(line, console);
        if (members.cluster().isEmpty()) {
            members.problems().forEach(p -> console.err().println(
                    "mcnet trust: only " + host.address() + " itself was checked: " + p.message()
                            + (p.why().isEmpty() ? "" : " (" + p.why() + ")")));
            return Exit.DONE;
        }
        ClusterConnection cluster = members.cluster().get();
        List<Diagnostic> unmet = new ArrayList<>();
        try (HostKeyScan introductions = new HostKeyScan()) {
            for (List<Endpoint> stage : stages(ClusterConnections.of(cluster, line, console)).values())
                if (!record(
                        met(stage, introductions, e -> unmet.addAll(ConnectionFailures.of(e, cluster, host.trust()))),
                        line,
                        console))
                    return Exit.NOTHING_CHANGED;
        } catch (UnreachableException e) {
            unmet.addAll(ConnectionFailures.of(e, cluster, host.trust()));
        }
        if (unmet.isEmpty())
            console.out().println("All host keys of its cluster are known: "
                    + cluster.members().stream().map(Member::name).collect(Collectors.joining(", ")) + ".");
        console.report(unmet.stream().map(d -> d.as(Severity.WARNING)).toList());
        return Exit.DONE;
    }

    /** What those show that answer. */
    private static List<Result> met(List<Endpoint> all, HostKeyScan introductions,
            Consumer<UnreachableException> unmet) {
        try {
            return all.isEmpty() ? List.of() : introductions.of(all);
        } catch (UnreachableException e) {
            unmet.accept(e);
            List<Endpoint> failed = e.failures().stream().map(RemoteException::endpoint).toList();
            List<Endpoint> rest = all.stream().filter(o -> !failed.contains(o)).toList();
            return rest.size() == all.size() ? List.of() : met(rest, introductions, _ -> {});
        }
    }

    /** By how many machines are on the way: those must be known before one can look behind them. */
    private static SequencedMap<Long, List<Endpoint>> stages(List<Endpoint> members) {
        SequencedMap<Long, List<Endpoint>> stages = new TreeMap<>();
        members.stream().flatMap(Endpoint::way).distinct()
                .forEach(e -> stages.merge(e.way().count(), List.of(e), TrustCommand::both));
        return stages;
    }

    private static List<Endpoint> both(List<Endpoint> some, List<Endpoint> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String line(Result shown) {
        return "%s at %s: %s %s".formatted(shown.endpoint().name(), shown.endpoint().trust().name(),
                shown.key().type(), shown.key().fingerprint());
    }

    private static boolean record(List<Result> shown, CommandLine line, Console console) {
        List<Result> met = shown.stream().filter(s -> !s.known()).toList();
        if (met.isEmpty()) return true;
        met.forEach(each -> console.out().println(line(each)));
        console.out().flush();
        if (!CommonOptions.yes(line)) {
            if (!console.interactive()) {
                console.err().println("mcnet trust: there is no terminal to ask for confirmation; compare the"
                        + " fingerprints and run it"
                        + " again with --yes");
                return false;
            }
            if (!console.confirm("\nDo these keys belong to the hosts? Only \"yes\" records them:")) return false;
        }
        for (Result each : met) {
            Optional<String> unwritable = each.endpoint().trust().unwritable();
            if (unwritable.isPresent()) {
                console.err().println("mcnet trust: cannot record the key of " + each.endpoint().name() + ": "
                        + unwritable.get());
                return false;
            }
            try {
                KnownHosts.record(each.endpoint().trust(), each.key());
            } catch (FileException e) {
                console.report(List.of(e.diagnostic()));
                return false;
            }
        }
        return true;
    }
}
