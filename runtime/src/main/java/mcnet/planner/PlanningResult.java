package mcnet.planner;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Plan;

/**
 * A plan and what stands in its way.
 *
 * @param obstacles where there is an error among them, nothing may be applied
 */
public record PlanningResult(Plan plan, List<Diagnostic> obstacles) {

    public boolean blocked() {
        return obstacles.stream().anyMatch(Diagnostic::isError);
    }
}
