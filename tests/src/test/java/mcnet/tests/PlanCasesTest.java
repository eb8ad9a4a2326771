package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.lower.FlowRules;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.module.loading.Modules;
import mcnet.plan.Action;
import mcnet.plan.Step;
import mcnet.planner.Planner;
import mcnet.planner.PlanningResult;
import mcnet.planner.Selection;
import mcnet.report.json.PlanJson;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TextOptions;
import mcnet.report.text.DiagnosticText;
import mcnet.report.text.PlanText;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code tests/plan} tells one story: what the file says ({@code desired.mcnet}), what the cluster
 * answered ({@code observed.json}, {@link CaseObservation}), and the plan that follows, as text and as JSON;
 * {@code cluster} says for which of several clusters, {@code released} that all is given back, {@code destroyed} that
 * nothing of the program's is to stay, {@code removed} that what it adopted goes too, and {@code only} which objects it
 * is about, one a line
 * as {@code --only} takes them. A new case needs no code; with
 * {@code -Dmcnet.update=true} the expected files are written anew, after the plan was made twice and came out the same.
 */
class PlanCasesTest {
    private static final Path CASES = Mcnet.HOME.resolve("tests/plan");
    private static final boolean UPDATE = Boolean.getBoolean("mcnet.update");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void thePlanIsAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        PlanningResult planned = plan(folder);
        String text = text(planned);
        String json = PlanJson.of(planned.plan(), planned.obstacles());
        assertEquals(text, text(plan(folder)), "the same facts gave another plan");
        assertProjectsGoLast(planned);
        compare(folder.resolve("expected.txt"), text);
        compare(folder.resolve("expected.json"), json);
    }

    private static PlanningResult plan(Path folder) throws IOException {
        Index index = IndexFile.shipped();
        Source source = new Source("desired.mcnet", Files.readString(folder.resolve("desired.mcnet")));
        CompiledPrograms compiled = Compiler.compile(List.of(source), index);
        assertEquals(List.of(), compiled.diagnostics().stream().filter(Diagnostic::isError)
                .map(Diagnostic::message).toList());
        assertEquals(List.of(), Checks
                .check(compiled.perCluster().stream()
                        .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts()))
                        .toList())
                .stream().filter(Diagnostic::isError).toList());
        Path named = folder.resolve("cluster");
        String cluster = Files.exists(named) ? Files.readString(named).strip() : "";
        Program program = FlowRules
                .lowered(compiled.perCluster().stream().filter(s -> cluster.isEmpty() || s.cluster().equals(cluster))
                        .findFirst().orElseThrow().program(), index);
        PlanningContext now = new PlanningContext(program, program.clusters().getFirst(),
                CaseObservation.of(folder.resolve("observed.json")));
        Path only = folder.resolve("only");
        Selection selection = Files.exists(only) ? new Selection(Files.readAllLines(only)) : Selection.ALL;
        PlanningContext emptied = new PlanningContext(program.emptied(), now.cluster(), now.seen());
        if (Files.exists(folder.resolve("released"))) return Planner.release(emptied, Modules.of(index), selection);
        if (Files.exists(folder.resolve("removed"))) return Planner.remove(emptied, Modules.of(index), selection);
        if (Files.exists(folder.resolve("destroyed"))) return Planner.plan(emptied, Modules.of(index), selection);
        return Planner.plan(now, Modules.of(index), selection);
    }

    private static String text(PlanningResult planned) {
        if (planned.blocked()) return new DiagnosticText(Style.PLAIN).all(planned.obstacles()).toString();
        return PlanText.of(planned.plan(), TextOptions.PLAIN).toString();
    }

    /** LXD removes empty projects only. */
    private static void assertProjectsGoLast(PlanningResult planned) {
        Set<String> gone = new HashSet<>();
        for (Step step : planned.plan().steps()) {
            assertFalse(gone.contains(step.resource().project()), () -> step.id() + ", after its project");
            if (step.resource().kind().equals("project") && step.action() == Action.REMOVE)
                gone.add(step.resource().name());
        }
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (UPDATE) Files.writeString(expected, actual);
        assertEquals(Files.readString(expected), actual);
    }
}
