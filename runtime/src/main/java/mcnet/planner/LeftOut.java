package mcnet.planner;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.observe.Redaction;
import mcnet.plan.Difference;
import mcnet.plan.Wanted;

/** Values that an observation does not tell, because the program that it was made for did not need them. */
final class LeftOut {
    private LeftOut() {}

    /** Takes out the differences to such values, of which nobody can say whether they are any. */
    static List<Diagnostic> of(Wanted wanted, List<Difference> differences) {
        List<Difference> unknown = differences.stream().filter(d -> d.before().equals(Redaction.LEFT_OUT)).toList();
        differences.removeAll(unknown);
        return unknown.stream().map(d -> Diagnostic
                .warning("MC0035", "the observation does not tell " + d.field() + " of " + wanted.id(),
                        new Label(d.span() == null ? wanted.declaration().span() : d.span(), "not compared"))
                .why("it was made for a program that did not declare it, and holds no more than was needed")
                .fix("observe again with these files")).toList();
    }
}
