package mcnet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Source;
import mcnet.gather.Failures;
import mcnet.importing.Clusters;
import mcnet.importing.Imported;
import mcnet.model.Cluster;
import mcnet.module.MicroCloud;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.planner.MarkFormats;
import mcnet.planner.Planner;
import mcnet.remote.Asking;
import mcnet.remote.Endpoint;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/**
 * A cluster, live or recorded, to a text: who its members are, what they have, whose it is.
 *
 * @param trust the command that records host keys which are not known
 */
record Importing(CommandLine line, Console console, String trust) {
    private static final String PROGRAM = "program";
    private static final String OBSERVED = "observed";
    private static final Pattern SECRET = Pattern.compile("secret\\(\"env:(\\w+)\"\\)");

    /**
     * What came out.
     *
     * @param partial `check` would refuse the text, or a member did not tell what it has, as the console says
     */
    record Outcome(String text, boolean partial) {}

    Importing(CommandLine line, Console console) {
        this(line, console, "mcnet trust");
    }

    /** @param arguments a host, or files that say where a cluster is */
    Optional<Outcome> outcome(List<String> arguments) throws ParseException {
        if (line.hasOption(OBSERVED)) return ofRecording(arguments);
        Optional<Host> host = Host.of(arguments);
        if (host.isPresent()) return ofHost(host.get());
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty() ? Optional.empty() : live(input.get(), cluster.get(), null);
    }

    private Optional<Outcome> ofRecording(List<String> files) throws ParseException {
        Optional<Observed> seen = Observations.read(Path.of(line.getOptionValue(OBSERVED)), console);
        if (seen.isEmpty()) return Optional.empty();
        if (!files.isEmpty()) {
            Optional<Input> input = Input.read(line, files, console);
            Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
            return cluster.isEmpty() ? Optional.empty() : recorded(input.get(), cluster.get(), seen.get(), null);
        }
        String all = Clusters.found("", seen.get());
        if (all.isEmpty()) {
            console.report(List.of(Diagnostic
                    .error("MC0643", line.getOptionValue(OBSERVED) + " tells of no cluster with members")
                    .why("the cluster's list of members is not in it").fix("observe again: mcnet observe --out FILE")));
            return Optional.empty();
        }
        Optional<Input> input = input(all);
        Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty() ? Optional.empty() : recorded(input.get(), cluster.get(), seen.get(), "");
    }

    private Optional<Outcome> ofHost(Host host) throws ParseException {
        Optional<Input> input = new HostCluster(host).input(line, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty()
                ? Optional.empty()
                : new Importing(line, console, host.trust()).live(input.get(), cluster.get(), host.user());
    }

    private Optional<Input> input(String text) {
        return Input.of(new Source(Failures.UNWRITTEN, text), Kinds.of(line), console);
    }

    private interface Look {
        Observed at(Asking members) throws FleetException;
    }

    private interface Way {
        List<Endpoint> to(Cluster cluster) throws ParseException, FleetException;
    }

    private Optional<Observed> seen(Cluster cluster, Look look) throws ParseException {
        return seen(cluster, c -> Connections.again(c, line), look);
    }

    private Optional<Observed> seen(Cluster cluster, Way way, Look look) throws ParseException {
        try (Asking members = Fleet.reading(way.to(cluster), new Tally())) {
            return Optional.of(look.at(members));
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster, trust));
            return Optional.empty();
        }
    }

    private Optional<Outcome> live(Input input, Cluster cluster, String user) throws ParseException {
        Planning anyones = Planning.ofAll(input, cluster, "");
        Optional<Observed> first = seen(cluster, c -> Connections.of(c, line, console),
                members -> anyones.observe(members, Trace.NONE));
        if (first.isPresent() && console.report(MarkFormats.check(anyones.now(first.get())))) return Optional.empty();
        Optional<String> program = first
                .flatMap(seen -> program(input, seen, Imported.owners(anyones.now(seen), anyones.modules())));
        if (program.isEmpty()) return Optional.empty();
        // Some questions are about one program's things.
        Planning own = Planning.ofAll(input, cluster, program.get());
        Planning declared = Planning.of(input, cluster).called(program.get());
        Optional<Observed> all = seen(cluster, members -> declared.observe(members, Trace.NONE,
                own.observeAll(members, Trace.NONE, first.get())));
        return all.flatMap(seen -> outcome(input, own, seen, user));
    }

    private Optional<Outcome> recorded(Input input, Cluster cluster, Observed seen, String user) {
        Planning anyones = Planning.ofAll(input, cluster, "");
        if (console.report(MarkFormats.check(anyones.now(seen)))) return Optional.empty();
        Optional<String> program = program(input, seen, Imported.owners(anyones.now(seen), anyones.modules()));
        return program.flatMap(p -> outcome(input, Planning.ofAll(input, cluster, p), seen, user));
    }

    /** Whose objects the file is to answer for. */
    private Optional<String> program(Input input, Observed seen, Set<String> owners) {
        String said = line.getOptionValue(PROGRAM, input.program().name());
        if (!said.isEmpty()) return Optional.of(said);
        if (owners.size() <= 1)
            return Optional.of(owners.stream().findFirst().orElse(MicroCloud.is(seen) ? "microcloud" : "networks"));
        console.report(List.of(Diagnostic.error("MC0009", "several programs made what is on this cluster: "
                + String.join(", ", owners)).why("a file is one program, and answers for what it made alone")
                .fix("say which: --program " + ShellWords.quoted(owners.iterator().next()))));
        return Optional.empty();
    }

    private Optional<Outcome> outcome(Input input, Planning own, Observed seen, String user) {
        // Names that are not the server's would lead to questions that nobody answered.
        if (console.report(Planner.membership(own.now(seen)))) return Optional.empty();
        if (console.report(Planner.unanswered(own.now(seen), own.modules()))) return Optional.empty();
        if (console.report(MarkFormats.check(own.now(seen)))) return Optional.empty();
        List<Diagnostic> unreached = Planner.unreached(own.now(seen));
        console.report(unreached);
        List<Source> before = user == null ? input.recipe().texts() : List.of();
        Import made = Import.of(before, input.kinds(), own, seen, user);
        String text = made.result().text();
        List<String> named = SECRET.matcher(text).results().map(secret -> secret.group(1)).distinct().toList();
        if (!named.isEmpty())
            console.err()
                    .println("Secrets are named and not written. Set these to what the server has before you plan, or"
                            + " take their lines out:\n  " + String.join(" ", named));
        if (!made.result().unwritten().isEmpty()) console.err().println("On the cluster, and not in the file:");
        made.result().unwritten().forEach(each -> console.err().println("  " + each));
        boolean refused = console.report(made.diagnostics());
        return Optional.of(new Outcome(text, refused || !unreached.isEmpty()));
    }
}
