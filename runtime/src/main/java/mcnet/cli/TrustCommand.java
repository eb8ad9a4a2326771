package mcnet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Severity;
import mcnet.file.FileException;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.model.Member;
import mcnet.remote.Endpoint;
import mcnet.remote.FleetException;
import mcnet.remote.Introductions;
import mcnet.remote.Introductions.Shown;
import mcnet.remote.KnownHosts;
import mcnet.remote.RemoteException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * {@code mcnet trust}: records the host keys of members and jump hosts that are met for the first time; of one host and of
 * the cluster that it belongs to, where there is no file yet.
 */
final class TrustCommand implements Command {
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
        return "Shows the host keys that are not known yet, asks, and records them";
    }

    @Override
    public Options options() {
        return ProgramFlags.addWithCluster(Flags.timeouts(new Options().addOption(Flags.yes())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Host> host = Host.of(arguments);
        Optional<Input> input = host.isPresent()
                ? Input.of(host.get().program(), Kinds.of(line), console)
                : Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        try (Introductions introductions = new Introductions()) {
            for (List<Endpoint> stage : stages(Connections.of(cluster.get(), line, console)).values())
                if (!record(introductions.of(stage), line, console)) return Exit.NOTHING_CHANGED;
        } catch (FleetException e) {
            console.report(host.map(h -> Failures.of(e, cluster.get(), h.trust()))
                    .orElseGet(() -> Failures.of(e, cluster.get())));
            return Exit.NOTHING_CHANGED;
        }
        if (host.isPresent()) return ofItsCluster(host.get(), line, console);
        console.out().println("All host keys of cluster " + cluster.get().name() + " are known.");
        return Exit.DONE;
    }

    /** The other members, of which the host tells. One that is in no cluster, as a jump host, is all that was asked for. */
    private static int ofItsCluster(Host host, CommandLine line, Console console) throws ParseException {
        console.out().println("All host keys of " + host.address() + " are known.");
        console.out().flush();
        HostCluster.Members members = new HostCluster(host).members(line, console);
        if (members.cluster().isEmpty()) {
            members.problems().forEach(p -> console.err().println(
                    "mcnet trust: only " + host.address() + " itself was looked at: " + p.message()
                            + (p.why().isEmpty() ? "" : " (" + p.why() + ")")));
            return Exit.DONE;
        }
        Cluster cluster = members.cluster().get();
        List<Diagnostic> unmet = new ArrayList<>();
        try (Introductions introductions = new Introductions()) {
            for (List<Endpoint> stage : stages(Connections.of(cluster, line, console)).values())
                if (!record(met(stage, introductions, e -> unmet.addAll(Failures.of(e, cluster, host.trust()))), line,
                        console))
                    return Exit.NOTHING_CHANGED;
        } catch (FleetException e) {
            unmet.addAll(Failures.of(e, cluster, host.trust()));
        }
        if (unmet.isEmpty())
            console.out().println("All host keys of its cluster are known: "
                    + cluster.members().stream().map(Member::name).collect(Collectors.joining(", ")) + ".");
        console.report(unmet.stream().map(d -> d.as(Severity.WARNING)).toList());
        return Exit.DONE;
    }

    /** What those show that answer. */
    private static List<Shown> met(List<Endpoint> all, Introductions introductions, Consumer<FleetException> unmet) {
        try {
            return all.isEmpty() ? List.of() : introductions.of(all);
        } catch (FleetException e) {
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

    private static String line(Shown shown) {
        return "%s at %s: %s %s".formatted(shown.endpoint().name(), shown.endpoint().trust().name(),
                shown.key().type(), shown.key().fingerprint());
    }

    private static boolean record(List<Shown> shown, CommandLine line, Console console) {
        List<Shown> met = shown.stream().filter(s -> !s.known()).toList();
        if (met.isEmpty()) return true;
        met.forEach(each -> console.out().println(line(each)));
        console.out().flush();
        if (!Flags.yes(line)) {
            if (!console.interactive()) {
                console.err().println("mcnet trust: there is no terminal to ask at; compare the fingerprints and run it"
                        + " again with --yes");
                return false;
            }
            if (!console.confirm("\nAre these the hosts' own? Only \"yes\" records them:")) return false;
        }
        for (Shown each : met) {
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
