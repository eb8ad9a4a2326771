package mcnet.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import mcnet.check.Checks;
import mcnet.cli.source.FileImports;
import mcnet.cli.source.ProgramFolders;
import mcnet.cli.source.ProgramTexts;
import mcnet.cli.source.SecretReader;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.MergedDiagnostics;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Suggestion;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.CompilerInputs;
import mcnet.language.lower.FlowRules;
import mcnet.model.ClusterConnection;
import mcnet.model.Program;
import mcnet.operation.PlanOperation;
import mcnet.operation.PlanningGoal;
import mcnet.reach.verdict.ExpectationProofs;
import mcnet.saved.ProgramSources;
import mcnet.saved.SavedPlan;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/**
 * What every command begins with: files, compiled and checked, and the one cluster that it is for.
 *
 * @param perCluster the program once for each of its clusters that was asked for
 * @param recipe what it was compiled from
 */
public record CommandInput(List<CompiledPrograms.ClusterProgram> perCluster, KnownKinds kinds, ProgramSources recipe) {
    /** Names that nothing was found for; a file that cannot be read may hold it. */
    private static final Pattern UNKNOWN = Pattern.compile("MC0(222|254|407|440|516|517)");

    /** The program, or nothing where it has errors, which the console has shown then. */
    public static Optional<CommandInput> read(CommandLine line, List<String> files, Console console)
            throws ParseException {
        return of(check(line, files), line.getOptionValue("cluster", ""), console);
    }

    /** The program that a plan was saved for; its kinds are those of this run. */
    public static Optional<CommandInput> read(SavedPlan saved, KnownKinds kinds, Console console) {
        return of(
                check(new ProgramTexts(saved.recipe().texts(), List.of()), kinds, saved.recipe().inputs(),
                        Map.of()),
                saved.cluster(), console);
    }

    /** A program that no file holds. */
    public static Optional<CommandInput> of(Source text, KnownKinds kinds, Console console) {
        return of(check(List.of(text), kinds), "", console);
    }

    private static Optional<CommandInput> of(Checked checked, String desired, Console console) {
        if (console.report(checked.diagnostics)) return Optional.empty();
        List<CompiledPrograms.ClusterProgram> chosen = chosen(checked.compiled, desired, console);
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommandInput(chosen, checked.kinds, checked.recipe));
    }

    /**
     * The program for one of its clusters.
     *
     * @param desired empty: for each of them
     * @return empty where there is no such cluster, as the console has said then
     */
    public static List<CompiledPrograms.ClusterProgram> chosen(CompiledPrograms compiled, String desired,
            Console console) {
        List<CompiledPrograms.ClusterProgram> all = compiled.perCluster();
        List<CompiledPrograms.ClusterProgram> chosen = desired.isEmpty()
                ? all
                : all.stream().filter(s -> s.cluster().equals(desired)).toList();
        if (chosen.isEmpty()) {
            List<String> names = all.stream().map(CompiledPrograms.ClusterProgram::cluster).filter(c -> !c.isEmpty())
                    .toList();
            console.report(List.of(Diagnostic.error("MC0006", "unknown cluster \"" + desired + "\" in the program")
                    .fix(Suggestion.to(desired, names).map(n -> "did you mean " + n + "?").orElse(names.isEmpty()
                            ? "declare it: cluster " + desired + " { member NAME { address = … } }"
                            : "it has: " + String.join(", ", names)))));
        }
        return chosen;
    }

    /** What the files say, and everything that is wrong with it. */
    public record Checked(CompiledPrograms compiled, KnownKinds kinds, ProgramSources recipe,
            List<Diagnostic> diagnostics) {}

    /** A program that was found to be without errors, with all its clusters. */
    public static CommandInput of(Checked checked) {
        return new CommandInput(checked.compiled.perCluster(), checked.kinds, checked.recipe);
    }

    public static Checked check(CommandLine line, List<String> files) throws ParseException {
        ProgramTexts sources = ProgramTexts.read(files);
        CompilerInputs inputs = ProgramOptions.inputs(line, new FileImports(ProgramFolders.of(sources.texts())));
        Map<String, Source> brought = new LinkedHashMap<>();
        return check(sources, KnownKinds.of(line),
                new CompilerInputs(new ProgramSources.Recording(inputs.reader(), brought), inputs.settings()), brought);
    }

    /** Texts that no file holds. */
    public static Checked check(List<Source> texts, KnownKinds kinds) {
        return check(new ProgramTexts(texts, List.of()), kinds,
                new CompilerInputs(new FileImports(ProgramFolders.of(List.of())), Map.of()), Map.of());
    }

    /**
     * Files with a text that none of them holds: a question about them. What they expect is not proved.
     *
     * @param question empty: none
     */
    public static Checked ask(CommandLine line, List<String> files, Optional<Source> question) throws ParseException {
        ProgramTexts said = ProgramTexts.read(files);
        List<Source> texts = new ArrayList<>(said.texts());
        question.ifPresent(texts::add);
        return checked(new ProgramTexts(texts, said.problems()), KnownKinds.of(line),
                ProgramOptions.inputs(line, new FileImports(ProgramFolders.of(said.texts()))), Map.of());
    }

    private static Checked check(ProgramTexts sources, KnownKinds kinds, CompilerInputs inputs,
            Map<String, Source> brought) {
        Checked checked = checked(sources, kinds, inputs, brought);
        if (checked.diagnostics.stream().anyMatch(Diagnostic::isError)) return checked;
        List<Diagnostic> all = new ArrayList<>(checked.diagnostics);
        all.addAll(proofs(checked.compiled, kinds));
        return new Checked(checked.compiled, kinds, checked.recipe, all);
    }

    private static Checked checked(ProgramTexts sources, KnownKinds kinds, CompilerInputs inputs,
            Map<String, Source> brought) {
        List<Diagnostic> diagnostics = new ArrayList<>(sources.problems());
        diagnostics.addAll(kinds.problems());
        CompiledPrograms compiled = Compiler.compile(sources.texts(), kinds.index(), inputs);
        if (!sources.problems().isEmpty())
            compiled.diagnostics().stream().filter(d -> !UNKNOWN.matcher(d.code()).matches()).forEach(diagnostics::add);
        if (diagnostics.isEmpty()) {
            diagnostics.addAll(compiled.diagnostics());
            List<Checks.Subject> subjects = compiled.perCluster().stream()
                    .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList();
            diagnostics.addAll(Checks.check(subjects));
            if (diagnostics.stream().noneMatch(Diagnostic::isError)) diagnostics.addAll(Checks.unbuilt(subjects));
        }
        return new Checked(compiled, kinds, new ProgramSources(sources.texts(), brought, inputs.settings()),
                diagnostics);
    }

    /** What expectations and flows come to in each cluster; a program with errors is not asked. */
    private static List<Diagnostic> proofs(CompiledPrograms compiled, KnownKinds kinds) {
        SequencedMap<String, List<Diagnostic>> byCluster = new LinkedHashMap<>();
        for (CompiledPrograms.ClusterProgram each : compiled.perCluster())
            byCluster.put(each.cluster(), ExpectationProofs.of(each.program(),
                    FlowRules.lowered(each.program(), kinds.index())));
        return byCluster.isEmpty() ? List.of() : MergedDiagnostics.of(byCluster);
    }

    /** Its plan, without secrets: to look only. */
    public PlanOperation planning(ClusterConnection cluster) {
        return PlanOperation.of(program(), kinds.modules(), cluster);
    }

    public PlanOperation planning(ClusterConnection cluster, PlanningGoal goal) {
        return PlanOperation.of(program(), kinds.modules(), cluster, goal);
    }

    /** With the program's secrets; nothing where one cannot be read, which the console has shown then. */
    public Optional<PlanOperation> planningWithSecrets(ClusterConnection cluster, PlanningGoal goal, Console console) {
        PlanOperation planning = planning(cluster, goal);
        return SecretReader.open(planning.empty().program(), console).map(planning::with);
    }

    /** {@link PlanOperation#ofAll} */
    public PlanOperation planningOfAll(ClusterConnection cluster, String program) {
        return PlanOperation.ofAll(program(), kinds.modules(), cluster, program);
    }

    public Program program() {
        return FlowRules.lowered(perCluster.getFirst().program(), kinds.index());
    }

    /** The one cluster that a plan is for; the console is told what is missing. */
    public Optional<ClusterConnection> cluster(Console console) {
        if (program().name().isEmpty()) {
            console.report(List.of(Diagnostic.error("MC0004", "the program has no name")
                    .why("mcnet marks every object with the program's name, so that no other program changes it")
                    .fix("begin the file with a line such as: program shop")));
            return Optional.empty();
        }
        return oneCluster(console);
    }

    /** The one cluster, whether or not the program has a name. */
    public Optional<ClusterConnection> oneCluster(Console console) {
        if (perCluster.size() > 1) {
            List<String> names = perCluster.stream().map(CompiledPrograms.ClusterProgram::cluster).toList();
            console.report(List.of(Diagnostic.error("MC0007", "the program has " + names.size() + " clusters: "
                    + String.join(", ", names))
                    .why("this command works on one cluster")
                    .fix("choose one: --cluster " + names.getFirst())));
            return Optional.empty();
        }
        List<ClusterConnection> clusters = program().clusters();
        if (clusters.size() != 1 || clusters.getFirst().members().isEmpty()) {
            String what = clusters.isEmpty()
                    ? "no file declares a cluster"
                    : "cluster " + clusters.getFirst().name() + " has no member";
            console.report(List.of(Diagnostic.error("MC0005", what)
                    .why("a plan is made from the answers of the members of one cluster")
                    .fix("declare one: cluster NAME { member NAME { address = … } }; mcnet import [USER@]HOST"
                            + " writes it for an existing cluster")));
            return Optional.empty();
        }
        return Optional.of(clusters.getFirst());
    }
}
