package mcnet.check.rule.uplink;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Two ranges of an uplink do not share addresses. */
public final class RangeOverlap implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.outsides()) {
                List<Value.Range> ranges = uplink.ranges(family);
                for (int i = 0; i < ranges.size(); i++)
                    for (Value.Range other : ranges.subList(0, i))
                        if (other.range().overlaps(ranges.get(i).range()))
                            report.accept(Diagnostic.error("MC0318", "two ranges of " + uplink.title() + " overlap",
                                    new Label(ranges.get(i).span(), ""), new Label(other.span(), ""))
                                    .why("an address must be assigned only once")
                                    .fix("merge the ranges, or correct one"));
            }
    }
}
