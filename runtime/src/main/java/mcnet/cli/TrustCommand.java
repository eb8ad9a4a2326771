package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcnet.file.FileException;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.remote.Endpoint;
import mcnet.remote.FleetException;
import mcnet.remote.Introductions;
import mcnet.remote.Introductions.Shown;
import mcnet.remote.KnownHosts;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * {@code mcnet trust}: records the host keys of members and jump hosts that are met for the first time; of one host alone,
 * where there is no file yet.
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
            for (List<Endpoint> stage : stages(Connections.of(cluster.get(), line, console)).values()) {
                List<Shown> met = introductions.of(stage).stream().filter(s -> !s.known()).toList();
                if (!met.isEmpty() && !record(met, line, console)) return Exit.NOTHING_CHANGED;
            }
            console.out().println("All host keys of "
                    + host.map(Host::address).orElse("cluster " + cluster.get().name()) + " are known.");
            return Exit.DONE;
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
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

    private static boolean record(List<Shown> met, CommandLine line, Console console) {
        met.forEach(shown -> console.out().println(line(shown)));
        console.out().flush();
        if (!Flags.yes(line)) {
            if (!console.interactive()) {
                console.err().println("mcnet trust: there is no terminal to ask at; compare the fingerprints and run it"
                        + " again with --yes");
                return false;
            }
            if (!console.confirm("\nAre these the hosts' own? Only \"yes\" records them:")) return false;
        }
        for (Shown shown : met) {
            Optional<String> unwritable = shown.endpoint().trust().unwritable();
            if (unwritable.isPresent()) {
                console.err().println("mcnet trust: cannot record the key of " + shown.endpoint().name() + ": "
                        + unwritable.get());
                return false;
            }
            try {
                KnownHosts.record(shown.endpoint().trust(), shown.key());
            } catch (FileException e) {
                console.report(List.of(e.diagnostic()));
                return false;
            }
        }
        return true;
    }
}
