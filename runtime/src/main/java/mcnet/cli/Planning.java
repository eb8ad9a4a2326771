package mcnet.cli;

import java.util.List;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.planner.Planned;
import mcnet.planner.Planner;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;

/** The way from a program to its plan: ask the members, compare. */
record Planning(Situation empty, List<Module> modules) {

    static Planning of(Input input, Cluster cluster) {
        return new Planning(new Situation(input.program(), cluster, Observed.nothing()), input.kinds().modules());
    }

    /** One turn with each member; another where the first answers bring up new questions. */
    Observed observe(Asking members, Trace trace) throws FleetException {
        Gather gather = new Gather(empty.cluster(), members, trace);
        Observed seen = Observed.nothing();
        for (List<Asked> next = questions(seen); !next.isEmpty(); next = questions(seen))
            seen = seen.and(gather.ask(next).answers());
        return seen;
    }

    private List<Asked> questions(Observed seen) {
        return Planner.questions(new Situation(empty.program(), empty.cluster(), seen), modules).stream()
                .filter(asked -> !seen.answers().containsKey(asked)).distinct().toList();
    }

    Planned plan(Observed seen) {
        return Planner.plan(new Situation(empty.program(), empty.cluster(), seen), modules);
    }
}
