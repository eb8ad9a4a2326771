package mcnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.cli.source.ProgramTexts;
import mcnet.cli.source.SecretReader;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.model.ClusterConnection;
import mcnet.model.Program;
import mcnet.model.Value;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;
import mcnet.observe.SecretRedactor;
import mcnet.operation.PlanOperation;
import mcnet.operation.PlanningGoal;
import mcnet.plan.Plan;
import mcnet.planner.Selection;
import mcnet.report.json.PlanJson;
import mcnet.saved.SavedPlan;
import mcnet.saved.SecretDigests;
import mcnet.schema.SecretKey;

/** Saved plans as files that a user names. */
public final class SavedPlanFiles {
    private SavedPlanFiles() {}

    /** The one argument, where it is a saved plan. */
    public static Optional<Path> named(List<String> arguments) {
        if (arguments.size() != 1) return Optional.empty();
        try {
            return Optional.of(Path.of(arguments.getFirst())).filter(SavedPlanFiles::isOne);
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOne(Path file) {
        try {
            return SavedPlan.is(file);
        } catch (IOException e) {
            return false;
        }
    }

    public static Optional<SavedPlan> read(Path file, Console console) {
        try {
            return Optional.of(SavedPlan.read(file));
        } catch (SavedPlan.NoPlan e) {
            console.report(List.of(Diagnostic.error("MC0008", file + " is not a valid saved plan")
                    .why(e.getMessage()).fix("use a file that `mcnet plan --out FILE` wrote")));
        } catch (IOException e) {
            console.report(List.of(ProgramTexts.unreadable(file, e)));
        }
        return Optional.empty();
    }

    /** What the plan was to do. */
    public static PlanningGoal goal(SavedPlan saved) {
        return new PlanningGoal(PlanningGoal.Goal.DECLARED, new Selection(saved.only()));
    }

    /** A saved plan holds the program's text: one that spells a secret out is not saved. */
    public static boolean refused(Program program, Console console) {
        return console.report(SecretReader.settings(program)
                .filter(s -> SecretKey.is(s.path()) && s.value() instanceof Value.Text)
                .map(s -> Diagnostic
                        .error("MC0012", "secret " + s.path() + " would be written to the saved"
                                + " plan", new Label(s.span(), ""))
                        .why("a saved plan contains the text of the program, for others to review")
                        .fix("write secret(\"env:NAME\") or secret(\"file:PATH\")"))
                .toList());
    }

    /**
     * The key by which the plan's digests of secrets are compared; the console is told where it is not to be had.
     *
     * @return a key of no use where the plan holds no digest
     */
    public static Optional<String> key(SavedPlan saved, Console console) {
        if (!saved.secrets().needsKey()) return Optional.of(PlanKey.ofNobody());
        Optional<String> key;
        try {
            key = PlanKey.find();
        } catch (PlanKey.UnusableKey e) {
            console.report(List.of(e.reason()));
            return Optional.empty();
        }
        if (key.filter(saved.secrets()::isFor).isPresent()) return key;
        console.report(List.of(Diagnostic
                .error("MC0033", "cannot check whether a secret has changed since the plan was made")
                .why("the plan was saved with a different plan key than " + (key.isPresent()
                        ? "this"
                                + " machine's"
                        : "none")
                        + "; its digests of secrets can be compared with that key only")
                .fix("apply it where it was saved, or set " + PlanKey.VARIABLE
                        + " to the same value for plan and apply, or plan again")));
        return Optional.empty();
    }

    /**
     * @throws FileException where it cannot be written
     * @throws PlanKey.Unusable where the user's key is no key
     */
    public static void write(OutputFile file, CommandInput input, ClusterConnection cluster, Selection only,
            PlanOperation planning, Plan plan,
            Observation seen) throws FileException, PlanKey.UnusableKey {
        SavedPlan saved = saved(input, cluster, only, planning, plan, seen, SecretRedactor.ofThisRun());
        if (saved.secrets().values().isEmpty() && !SecretRedactor.inside(saved.plan().toString())
                && !SecretRedactor.inside(ObservationFile.json(saved.observed()).toString())) {
            saved.withoutKey().write(file);
            return;
        }
        saved(input, cluster, only, planning, plan, seen, SecretRedactor.salted(PlanKey.findOrMake())).write(file);
    }

    private static SavedPlan saved(CommandInput input, ClusterConnection cluster, Selection only,
            PlanOperation planning, Plan plan,
            Observation seen, SecretRedactor secrets) {
        JsonNode json = PlanJson.json(plan, List.of(), secrets);
        return new SavedPlan(Usage.version(), input.recipe(), cluster.name(), only.desired(),
                SecretDigests.of(secrets, planning.secretStore(), json.toString()),
                seen.redacted(planning.redaction(secrets)),
                json);
    }
}
