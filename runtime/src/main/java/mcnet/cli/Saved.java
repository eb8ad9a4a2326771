package mcnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.model.Cluster;
import mcnet.model.Program;
import mcnet.model.Value;
import mcnet.observe.Observed;
import mcnet.observe.ObservedFile;
import mcnet.observe.Secrets;
import mcnet.plan.Plan;
import mcnet.planner.Selection;
import mcnet.report.PlanJson;
import mcnet.saved.SavedPlan;
import mcnet.saved.SecretDigests;
import mcnet.schema.SecretKey;

/** Saved plans as files that a user names. */
final class Saved {
    private Saved() {}

    /** The one argument, where it is a saved plan. */
    static Optional<Path> named(List<String> arguments) {
        if (arguments.size() != 1) return Optional.empty();
        try {
            return Optional.of(Path.of(arguments.getFirst())).filter(Saved::isOne);
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

    static Optional<SavedPlan> read(Path file, Console console) {
        try {
            return Optional.of(SavedPlan.read(file));
        } catch (SavedPlan.NoPlan e) {
            console.report(List.of(Diagnostic.error("MC0008", file + " holds no plan that could be used")
                    .why(e.getMessage()).fix("save one: mcnet plan --out " + ShellWords.quoted(file))));
        } catch (IOException e) {
            console.report(List.of(Sources.unreadable(file, e)));
        }
        return Optional.empty();
    }

    /** What the plan was to do. */
    static Aim aim(SavedPlan saved) {
        return new Aim(Aim.Goal.DECLARED, new Selection(saved.only()));
    }

    /** A saved plan holds the program's text: one that spells a secret out is not saved. */
    static boolean refused(Program program, Console console) {
        return console.report(SecretReader.settings(program)
                .filter(s -> SecretKey.is(s.path()) && s.value() instanceof Value.Text)
                .map(s -> Diagnostic
                        .error("MC0012", s.path() + " would stand in the saved plan", new Label(s.span(), ""))
                        .why("a saved plan holds the program as it is written, for others to review")
                        .fix("write secret(\"env:NAME\") or secret(\"file:PATH\")"))
                .toList());
    }

    /**
     * The key by which the plan's digests of secrets are compared; the console is told where it is not to be had.
     *
     * @return a key of no use where the plan holds no digest
     */
    static Optional<String> key(SavedPlan saved, Console console) {
        if (!saved.secrets().needsKey()) return Optional.of(PlanKey.ofNobody());
        Optional<String> key;
        try {
            key = PlanKey.find();
        } catch (PlanKey.Unusable e) {
            console.report(List.of(e.reason()));
            return Optional.empty();
        }
        if (key.filter(saved.secrets()::isFor).isPresent()) return key;
        console.report(List.of(Diagnostic
                .error("MC0033", "cannot tell whether a secret has changed since the plan was made")
                .why("the plan was saved with another plan key than " + (key.isPresent() ? "this machine's" : "none")
                        + "; its digests of secrets can be compared with that key only")
                .fix("apply it where it was saved, or set " + PlanKey.VARIABLE
                        + " to the same value for plan and apply, or plan again")));
        return Optional.empty();
    }

    /**
     * @throws FileException where it cannot be written
     * @throws PlanKey.Unusable where the user's key is no key
     */
    static void write(OutputFile file, Input input, Cluster cluster, Selection only, Planning planning, Plan plan,
            Observed seen) throws FileException, PlanKey.Unusable {
        SavedPlan saved = saved(input, cluster, only, planning, plan, seen, Secrets.ofThisRun());
        if (saved.secrets().values().isEmpty() && !Secrets.inside(saved.plan().toString())
                && !Secrets.inside(ObservedFile.json(saved.observed()).toString())) {
            saved.withoutKey().write(file);
            return;
        }
        saved(input, cluster, only, planning, plan, seen, Secrets.salted(PlanKey.findOrMake())).write(file);
    }

    private static SavedPlan saved(Input input, Cluster cluster, Selection only, Planning planning, Plan plan,
            Observed seen, Secrets secrets) {
        JsonNode json = PlanJson.json(plan, List.of(), secrets);
        return new SavedPlan(Usage.version(), input.recipe(), cluster.name(), only.wanted(),
                SecretDigests.of(secrets, planning.vault(), json.toString()),
                seen.redacted(planning.redaction(secrets)),
                json);
    }
}
