package mcnet.planner;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.observe.ObjectRedaction;
import mcnet.plan.DesiredResource;
import mcnet.plan.Difference;

/** Values that an observation does not tell, because the program that it was made for did not need them. */
final class OmittedValues {
    private OmittedValues() {}

    /** Takes out the differences to such values, of which nobody can say whether they are any. */
    static List<Diagnostic> of(DesiredResource desired, List<Difference> differences) {
        List<Difference> unknown = differences.stream().filter(d -> d.before().equals(ObjectRedaction.LEFT_OUT))
                .toList();
        differences.removeAll(unknown);
        return unknown.stream().map(d -> Diagnostic
                .warning("MC0035", "the observation does not contain " + d.field() + " of " + desired.id(),
                        new Label(d.span() == null ? desired.declaration().span() : d.span(), "not compared"))
                .why("it was made for a program that did not declare it, and contains only what that program needed")
                .fix("observe again with these files")).toList();
    }
}
