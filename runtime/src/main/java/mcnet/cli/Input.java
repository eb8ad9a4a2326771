package mcnet.cli;

import java.util.ArrayList;
import java.util.List;
import mcnet.saved.SavedPlan;
import mcnet.saved.Recipe;
import mcnet.diagnostic.Source;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.lang.Compiled;
import mcnet.lang.Compiler;
import mcnet.lang.Flows;
import mcnet.lang.Inputs;
import mcnet.diagnostic.Nearest;
import mcnet.model.Cluster;
import mcnet.model.Program;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/**
 * What every command begins with: files, compiled and checked, and the one cluster that it is for.
 *
 * @param stamps the program once for each of its clusters that was asked for
 * @param recipe what it was compiled from
 */
record Input(List<Compiled.Stamp> stamps, Kinds kinds, Recipe recipe) {
    /** Names that nothing was found for; a file that cannot be read may hold it. */
    private static final Pattern UNKNOWN = Pattern.compile("MC0(222|254|407|440|516|517)");

    /** The program, or nothing where it has errors, which the console has shown then. */
    static Optional<Input> read(CommandLine line, List<String> files, Console console) throws ParseException {
        return of(check(line, files), line.getOptionValue("cluster", ""), console);
    }

    /** The program that a plan was saved for; its kinds are those of this run. */
    static Optional<Input> read(SavedPlan saved, Kinds kinds, Console console) {
        return of(
                check(new Sources(saved.recipe().texts(), List.of()), kinds, saved.recipe().inputs(),
                        Map.of()),
                saved.cluster(), console);
    }

    /** A program that no file holds. */
    static Optional<Input> of(Source text, Kinds kinds, Console console) {
        return of(check(List.of(text), kinds), "", console);
    }

    private static Optional<Input> of(Checked checked, String wanted, Console console) {
        if (console.report(checked.diagnostics)) return Optional.empty();
        List<Compiled.Stamp> chosen = chosen(checked.compiled, wanted, console);
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new Input(chosen, checked.kinds, checked.recipe));
    }

    /**
     * The program for one of its clusters.
     *
     * @param wanted empty: for each of them
     * @return empty where there is no such cluster, as the console has said then
     */
    static List<Compiled.Stamp> chosen(Compiled compiled, String wanted, Console console) {
        List<Compiled.Stamp> all = compiled.stamps();
        List<Compiled.Stamp> chosen = wanted.isEmpty()
                ? all
                : all.stream().filter(s -> s.cluster().equals(wanted)).toList();
        if (chosen.isEmpty()) {
            List<String> names = all.stream().map(Compiled.Stamp::cluster).filter(c -> !c.isEmpty()).toList();
            console.report(List.of(Diagnostic.error("MC0006", "the program has no cluster " + wanted)
                    .fix(Nearest.to(wanted, names).map(n -> "did you mean " + n + "?").orElse(names.isEmpty()
                            ? "declare it: cluster " + wanted + " { member NAME { address = … } }"
                            : "it has: " + String.join(", ", names)))));
        }
        return chosen;
    }

    /** What the files say, and everything that is wrong with it. */
    record Checked(Compiled compiled, Kinds kinds, Recipe recipe, List<Diagnostic> diagnostics) {}

    /** A program that was found to be without errors, with all its clusters. */
    static Input of(Checked checked) {
        return new Input(checked.compiled.stamps(), checked.kinds, checked.recipe);
    }

    static Checked check(CommandLine line, List<String> files) throws ParseException {
        Sources sources = Sources.read(files);
        Inputs inputs = ProgramFlags.inputs(line, new FileReader(ProgramFolders.of(sources.texts())));
        Map<String, Source> brought = new LinkedHashMap<>();
        return check(sources, Kinds.of(line),
                new Inputs(new Recipe.Recording(inputs.reader(), brought), inputs.settings()), brought);
    }

    /** Texts that no file holds. */
    static Checked check(List<Source> texts, Kinds kinds) {
        return check(new Sources(texts, List.of()), kinds,
                new Inputs(new FileReader(ProgramFolders.of(List.of())), Map.of()), Map.of());
    }

    private static Checked check(Sources sources, Kinds kinds, Inputs inputs, Map<String, Source> brought) {
        List<Diagnostic> diagnostics = new ArrayList<>(sources.problems());
        diagnostics.addAll(kinds.problems());
        Compiled compiled = Compiler.compile(sources.texts(), kinds.index(), inputs);
        if (!sources.problems().isEmpty())
            compiled.diagnostics().stream().filter(d -> !UNKNOWN.matcher(d.code()).matches()).forEach(diagnostics::add);
        if (diagnostics.isEmpty()) {
            diagnostics.addAll(compiled.diagnostics());
            List<Checks.Subject> subjects = compiled.stamps().stream()
                    .map(s -> new Checks.Subject(s.cluster(), s.program(), s.doubts())).toList();
            diagnostics.addAll(Checks.check(subjects));
            if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
                diagnostics.addAll(Checks.unbuilt(subjects));
                diagnostics.addAll(compiled.unproved());
            }
        }
        return new Checked(compiled, kinds, new Recipe(sources.texts(), brought, inputs.settings()), diagnostics);
    }

    Program program() {
        return Flows.lowered(stamps.getFirst().program(), kinds.index());
    }

    /** The one cluster that a plan is for; the console is told what is missing. */
    Optional<Cluster> cluster(Console console) {
        if (program().name().isEmpty()) {
            console.report(List.of(Diagnostic.error("MC0004", "the program has no name")
                    .why("each thing that mcnet makes is marked with its program's name, so that another program leaves it alone")
                    .fix("begin the file with a line such as: program shop")));
            return Optional.empty();
        }
        return oneCluster(console);
    }

    /** The one cluster, whether or not the program has a name. */
    Optional<Cluster> oneCluster(Console console) {
        if (stamps.size() > 1) {
            List<String> names = stamps.stream().map(Compiled.Stamp::cluster).toList();
            console.report(List.of(Diagnostic.error("MC0007", "the program has " + names.size() + " clusters: "
                    + String.join(", ", names))
                    .why("this command asks the members of one cluster")
                    .fix("say which: --cluster " + names.getFirst())));
            return Optional.empty();
        }
        List<Cluster> clusters = program().clusters();
        if (clusters.size() != 1 || clusters.getFirst().members().isEmpty()) {
            String what = clusters.isEmpty()
                    ? "no file says where the cluster is"
                    : "cluster " + clusters.getFirst().name() + " has no member";
            console.report(List.of(Diagnostic.error("MC0005", what)
                    .why("a plan is made for one cluster, from what its members answer")
                    .fix("declare one: cluster NAME { member NAME { address = … } }; mcnet import [USER@]HOST writes it"
                            + " for a cluster that is there")));
            return Optional.empty();
        }
        return Optional.of(clusters.getFirst());
    }
}
