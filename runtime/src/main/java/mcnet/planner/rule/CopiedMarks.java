package mcnet.planner.rule;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.planner.RemovalCommand;

/**
 * Objects that carry the mark of another one: {@code lxc profile copy}, {@code lxc copy} and renaming take the mark along.
 * They are told of and never touched.
 */
public final class CopiedMarks {
    private CopiedMarks() {}

    public static boolean isOf(ObservedResource found, Program program) {
        return found.misnamed() && found.mark().map(Mark::program).filter(program.name()::equals).isPresent();
    }

    /** One that the file does not declare. */
    public static Diagnostic leftAlone(ObservedResource found, List<ObservedResource> there, PlanningContext now) {
        return Diagnostic.warning("MC0754", found.id() + " has the mark of " + marked(found) + "; mcnet does"
                + " not change it")
                .why(origin(found, there)).fix("remove the mark: " + RemovalCommand.unmarking(found.id(), now));
    }

    /** One that the file declares. */
    public static Diagnostic refused(ObservedResource found, List<ObservedResource> there, Label here,
            PlanningContext now) {
        return Diagnostic.error("MC0753", found.id() + " has the mark of " + marked(found), here)
                .why(origin(found, there) + "; mcnet changes only the object that a mark was written for")
                .fix("remove the mark, and the next plan adopts it: " + RemovalCommand.unmarking(found.id(), now));
    }

    private static String marked(ObservedResource found) {
        Mark mark = found.mark().orElseThrow();
        return mark.isCopy() && mark.speaksOfName(found.id()) ? "another " + found.id() : mark.object();
    }

    private static String origin(ObservedResource found, List<ObservedResource> there) {
        Mark mark = found.mark().orElseThrow();
        if (mark.isCopy()) return "its UUID differs from the UUID in the mark, so it is a copy";
        if (!mark.uuid().isEmpty() && !mark.carrier().isEmpty())
            return "its UUID is the same as in the mark, so it was renamed";
        return there.stream().anyMatch(f -> f.id().toString().equals(mark.object()))
                ? mark.object() + " also exists, so it is a copy"
                : mark.object() + " does not exist, so this object was renamed, or is a copy of a removed object";
    }
}
