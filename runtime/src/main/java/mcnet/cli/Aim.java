package mcnet.cli;

import mcnet.planner.Selection;

/** What a run is to make of a program's objects, and of which of them. */
record Aim(Goal goal, Selection only) {
    static final Aim DECLARED = new Aim(Goal.DECLARED, Selection.ALL);

    enum Goal {
        /** All is as the files say. */
        DECLARED,
        /** All that is the program's is gone. */
        GONE,
        /** All that was the program's is nobody's. */
        RELEASED
    }
}
