package mcnet.cli;

import java.util.List;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.module.Module;
import mcnet.module.Situation;
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

    /** One turn with each member. */
    Observed observe(Asking members, Trace trace) throws FleetException {
        return new Gather(empty.cluster(), members, trace).ask(Planner.questions(empty, modules));
    }

    Planned plan(Observed seen) {
        return Planner.plan(new Situation(empty.program(), empty.cluster(), seen), modules);
    }
}
