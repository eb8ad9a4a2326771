package mcnet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Source;
import mcnet.gather.Failures;
import mcnet.importing.Imported;
import mcnet.model.Cluster;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.planner.MarkFormats;
import mcnet.remote.Asking;
import mcnet.remote.Endpoint;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** A live cluster to a text: who its members are, what they have, whose it is. */
record Importing(CommandLine line, Console console) {
    private static final String PROGRAM = "program";
    private static final Pattern SECRET = Pattern.compile("secret\\(\"env:(\\w+)\"\\)");

    /** @param arguments a host, or files that say where a cluster is */
    Optional<String> text(List<String> arguments) throws ParseException {
        Optional<Host> host = Host.of(arguments);
        if (host.isPresent()) return ofHost(host.get());
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty() ? Optional.empty() : text(input.get(), cluster.get(), null);
    }

    private Optional<String> ofHost(Host host) throws ParseException {
        Optional<Input> input = new HostCluster(host, line.getOptionValue(PROGRAM, "cluster")).input(line, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.oneCluster(console));
        return cluster.isEmpty() ? Optional.empty() : text(input.get(), cluster.get(), host.user());
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
            console.report(Failures.of(e, cluster));
            return Optional.empty();
        }
    }

    private Optional<String> text(Input input, Cluster cluster, String user) throws ParseException {
        Planning anyones = Planning.ofAll(input, cluster, "");
        Optional<Observed> first = seen(cluster, c -> Connections.of(c, line, console),
                members -> anyones.observe(members, Trace.NONE));
        if (first.isPresent() && console.report(MarkFormats.check(anyones.now(first.get())))) return Optional.empty();
        Optional<String> program = first
                .flatMap(seen -> program(input, cluster, Imported.owners(anyones.now(seen), anyones.modules())));
        if (program.isEmpty()) return Optional.empty();
        // Some questions are about one program's things.
        Planning own = Planning.ofAll(input, cluster, program.get());
        Optional<Observed> all = seen(cluster, members -> own.observe(members, Trace.NONE, first.get()));
        return all.map(seen -> text(input, own, seen, user));
    }

    /** Whose objects the file is to answer for. */
    private Optional<String> program(Input input, Cluster cluster, Set<String> owners) {
        String said = line.getOptionValue(PROGRAM, input.program().name());
        if (!said.isEmpty()) return Optional.of(said);
        if (owners.size() <= 1) return Optional.of(owners.stream().findFirst().orElse(cluster.name()));
        console.report(List.of(Diagnostic.error("MC0009", "several programs made what is on this cluster: "
                + String.join(", ", owners)).why("a file is one program, and answers for what it made alone")
                .fix("say which: --program " + ShellWords.quoted(owners.iterator().next()))));
        return Optional.empty();
    }

    private String text(Input input, Planning own, Observed seen, String user) {
        String text = Imported.text(own.now(seen), own.modules(), input.kinds().index(), user);
        List<Source> texts = new ArrayList<>(user == null ? input.recipe().texts() : List.of());
        texts.add(new Source("import", text));
        List<String> named = SECRET.matcher(text).results().map(secret -> secret.group(1)).distinct().toList();
        if (!named.isEmpty())
            console.err()
                    .println("Secrets are named and not written. Set these to what the server has before you plan, or"
                            + " take their lines out:\n  " + String.join(" ", named));
        // What LXD takes and the language refuses is told here, and not at the first plan.
        console.report(Input.check(texts, input.kinds()).diagnostics());
        return text;
    }
}
