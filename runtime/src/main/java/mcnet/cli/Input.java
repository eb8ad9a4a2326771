package mcnet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.lang.Compiled;
import mcnet.lang.Compiler;
import mcnet.lang.Inputs;
import mcnet.model.Cluster;
import mcnet.model.Program;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/** What every command begins with: files, compiled and checked. */
record Input(Program program, Index index) {

    /** The program, or nothing where it has errors, which the console has shown then. */
    static Optional<Input> read(CommandLine line, List<String> files, Console console) throws ParseException {
        Checked checked = check(line, files);
        return console.report(checked.diagnostics)
                ? Optional.empty()
                : Optional.of(new Input(checked.compiled.program(), checked.index));
    }

    /** What the files say, and everything that is wrong with it. */
    record Checked(Compiled compiled, Index index, List<Diagnostic> diagnostics) {}

    static Checked check(CommandLine line, List<String> files) throws ParseException {
        Inputs inputs = ProgramFlags.inputs(line);
        Sources sources = Sources.read(files);
        Index index = IndexFile.shipped();
        Compiled compiled = Compiler.compile(sources.texts(), index, inputs);
        List<Diagnostic> diagnostics = new ArrayList<>(sources.problems());
        if (diagnostics.isEmpty()) {
            diagnostics.addAll(compiled.diagnostics());
            diagnostics.addAll(Checks.check(compiled.program(), compiled.doubts()));
        }
        return new Checked(compiled, index, diagnostics);
    }

    /** The one cluster that a plan is for; the console is told what is missing. */
    Optional<Cluster> cluster(Console console) {
        if (program.name().isEmpty()) {
            console.report(List.of(Diagnostic.error("MC0004", "the program has no name")
                    .why("each thing that mcnet makes is marked with its program's name, so that another program leaves it alone")
                    .fix("begin the file with a line such as: program shop")));
            return Optional.empty();
        }
        List<Cluster> clusters = program.clusters();
        if (clusters.size() != 1 || clusters.getFirst().members().isEmpty()) {
            String what = clusters.isEmpty()
                    ? "no file says where the cluster is"
                    : clusters.size() > 1
                            ? "the program has " + clusters.size() + " clusters"
                            : "cluster " + clusters.getFirst().name() + " has no member";
            console.report(List.of(Diagnostic.error("MC0005", what)
                    .why("a plan is made for one cluster, from what its members answer")
                    .fix("declare one: cluster NAME { member NAME { address = … } }")));
            return Optional.empty();
        }
        return Optional.of(clusters.getFirst());
    }
}
