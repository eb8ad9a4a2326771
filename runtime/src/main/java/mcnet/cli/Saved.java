package mcnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.Cluster;
import mcnet.observe.Observed;
import mcnet.observe.Secrets;
import mcnet.plan.Plan;
import mcnet.planner.Selection;
import mcnet.report.PlanJson;
import mcnet.saved.SavedPlan;

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
                    .why(e.getMessage()).fix("save one: mcnet plan --out " + file)));
        } catch (IOException e) {
            console.report(List.of(Sources.unreadable(file, e)));
        }
        return Optional.empty();
    }

    /** What the plan was to do. */
    static Aim aim(SavedPlan saved) {
        return new Aim(Aim.Goal.DECLARED, new Selection(saved.only()));
    }

    /** @throws IOException where it cannot be written */
    static void write(Path file, Input input, Cluster cluster, Selection only, Plan plan, Observed seen)
            throws IOException {
        Secrets secrets = Secrets.salted();
        new SavedPlan(Usage.version(), input.recipe(), cluster.name(), only.wanted(), secrets, seen.blanked(secrets),
                PlanJson.json(plan, List.of(), secrets)).write(file);
    }
}
