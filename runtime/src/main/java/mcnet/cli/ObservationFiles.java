package mcnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.cli.source.ProgramTexts;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;
import mcnet.operation.PlanOperation;
import mcnet.planner.Planner;
import mcnet.report.terminal.TextWrap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Observations as files that a user names. */
public final class ObservationFiles {
    /** In place of a file: the site is not built yet. */
    private static final String NONE = "none";

    private ObservationFiles() {}

    public static Option option() {
        return Option.builder().longOpt("observed").hasArg().argName("FILE")
                .desc("use a file of `mcnet observe` instead of the cluster; `none`: a site without a cluster"
                        + " yet")
                .get();
    }

    /** Whether the option says that there is no site to observe. */
    public static boolean isNone(CommandLine line) {
        return NONE.equals(line.getOptionValue("observed"));
    }

    /**
     * What the option names.
     *
     * @param all whether what the files do not declare is asked for too
     * @throws IOException where it cannot be read, or is of another cluster
     */
    public static Observation of(CommandLine line, PlanOperation planning, ClusterConnection cluster, boolean all,
            Console console)
            throws IOException {
        if (isNone(line)) {
            TextWrap.lines("No cluster was contacted (--observed none). This plan assumes: the members with their"
                    + " interfaces, the objects declared as existing, the instances, and a server that supports"
                    + " everything in the file.", console.width()).forEach(console.err()::println);
            return planning.unbuilt(all);
        }
        Observation seen = ObservationFile.read(Path.of(line.getOptionValue("observed")));
        List<String> there = seen.members();
        List<String> unknown = cluster.members().stream().map(Member::name).filter(m -> !there.contains(m)).toList();
        if (there.isEmpty() || unknown.isEmpty()) {
            console.report(Planner.unasked(planning.now(seen), planning.modules()).stream().toList());
            return seen;
        }
        throw new ObservationFile.NoObservation(
                "it is from another cluster, whose members are " + String.join(", ", there)
                        + "; cluster " + cluster.name() + " has "
                        + cluster.members().stream().map(Member::name).collect(Collectors.joining(", "))
                        + ", and it contains nothing of " + String.join(", ", unknown));
    }

    /** @return nothing where it cannot be used; the console is told why */
    public static Optional<Observation> read(Path file, Console console) {
        try {
            return Optional.of(ObservationFile.read(file));
        } catch (IOException e) {
            console.report(List.of(unreadable(file, e)));
            return Optional.empty();
        }
    }

    public static Diagnostic unreadable(Path file, IOException e) {
        if (!(e instanceof ObservationFile.NoObservation)) return ProgramTexts.unreadable(file, e);
        return Diagnostic.error("MC0032", file + " is not a valid observation").why(e.getMessage())
                .fix("create one: mcnet observe --out " + file);
    }
}
