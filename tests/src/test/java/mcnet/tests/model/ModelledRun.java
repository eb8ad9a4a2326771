package mcnet.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import mcnet.apply.Apply;
import mcnet.apply.ApplyOutcome;
import mcnet.apply.ApplyProgress;
import mcnet.apply.lock.ClusterLock;
import mcnet.apply.lock.LockUnavailable;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.lower.FlowRules;
import mcnet.model.Program;
import mcnet.module.Module;
import mcnet.module.loading.Modules;
import mcnet.observe.CallTrace;
import mcnet.observe.SecretStore;
import mcnet.operation.PlanOperation;
import mcnet.operation.PlanningGoal;
import mcnet.plan.Plan;
import mcnet.plan.Step;
import mcnet.planner.PlanningResult;
import mcnet.planner.Selection;
import mcnet.report.terminal.TextOptions;
import mcnet.report.text.PlanText;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.ssh.Connections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;

/** Plans and applies on the model, as {@link mcnet.operation.ApplyOperation} does, without a journal and a console. */
final class ModelledRun {
    private static final Index INDEX = IndexFile.shipped();
    private static final List<Module> MODULES = Modules.of(INDEX);

    /** Nobody looks on. */
    static final ApplyProgress UNSEEN = new ApplyProgress() {
        @Override
        public void started(Step step) {}

        @Override
        public void done(Step step, Duration took) {}

        @Override
        public void failed(Step step, Diagnostic reason) {}
    };

    private final Program program;
    private final PlanningGoal goal;

    private ModelledRun(Program program, PlanningGoal goal) {
        this.program = program;
        this.goal = goal;
    }

    /** @return nothing where check finds errors in it */
    static Optional<ModelledRun> of(String text) {
        CompiledPrograms compiled = Compiler.compile(List.of(new Source("random.mcnet", text)), INDEX);
        List<Diagnostic> found = Stream.concat(compiled.diagnostics().stream(), Checks
                .check(compiled.perCluster().stream()
                        .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList())
                .stream()).filter(Diagnostic::isError).toList();
        if (!found.isEmpty()) {
            Counts.REFUSED_BY_CHECK.add(found.getFirst());
            return Optional.empty();
        }
        Program program = FlowRules.lowered(compiled.perCluster().getFirst().program(), INDEX);
        return Optional.of(new ModelledRun(program, new PlanningGoal(PlanningGoal.Goal.DECLARED, Selection.ALL)));
    }

    /** Of the same program, that nothing of it stays. */
    ModelledRun destroying() {
        return new ModelledRun(program, new PlanningGoal(PlanningGoal.Goal.GONE, Selection.ALL));
    }

    PlanOperation planning() {
        return PlanOperation.of(program, MODULES, program.clusters().getFirst(), goal);
    }

    PlanningResult plan(Connections connections) throws UnreachableException {
        PlanOperation planning = planning();
        return planning.plan(planning.observe(connections, CallTrace.NONE));
    }

    /** @return nothing where the plan could not be made, for reasons that are told */
    Optional<ApplyOutcome> apply(Connections connections)
            throws UnreachableException, RemoteException, LockUnavailable {
        try (ClusterLock lock = ClusterLock.take(connections, "micro1", "apply of program " + program.name(),
                OptionalLong.empty(), CallTrace.NONE, _ -> {}, () -> false)) {
            PlanningResult planned = plan(connections);
            if (planned.blocked()) {
                planned.obstacles().stream().filter(Diagnostic::isError).findFirst()
                        .ifPresent(Counts.REFUSED_BY_PLAN::add);
                return Optional.empty();
            }
            return Optional.of(Apply.run(planned.plan(), connections, SecretStore.EMPTY, UNSEEN, CallTrace.NONE,
                    () -> false, lock));
        }
    }

    /** An apply that comes to its end, and after which nothing is left to do; false where the plan was refused. */
    boolean settles(ModelServer server) {
        try {
            Connections connections = new ModelConnections(server, Caller.UNDISTURBED);
            Optional<ApplyOutcome> outcome = apply(connections);
            if (outcome.isEmpty()) return false;
            assertEquals(List.of(), outcome.get().failures().stream().map(ModelledRun::text).toList(),
                    () -> text(server));
            assertSettled(server);
            return true;
        } catch (UnreachableException | RemoteException | LockUnavailable e) {
            throw new AssertionError(e);
        }
    }

    void assertSettled(ModelServer server) {
        try {
            PlanningResult again = plan(new ModelConnections(server, Caller.UNDISTURBED));
            assertFalse(again.blocked(), () -> again.obstacles().stream().map(ModelledRun::text).toList().toString());
            assertEquals("", text(again.plan()), () -> text(server));
        } catch (UnreachableException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Plan plan) {
        return plan.isEmpty() ? "" : PlanText.of(plan, TextOptions.PLAIN).toString();
    }

    private static String text(ModelServer server) {
        return "the server holds\n" + String.join("\n", server.lines());
    }

    static String text(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.message() + ": " + diagnostic.why();
    }
}
