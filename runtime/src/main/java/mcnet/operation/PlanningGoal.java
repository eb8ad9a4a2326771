package mcnet.operation;

import mcnet.planner.Selection;

/** What a run is to make of a program's objects, and of which of them. */
public record PlanningGoal(Goal goal, Selection only) {
    static final PlanningGoal DECLARED = new PlanningGoal(Goal.DECLARED, Selection.ALL);

    public enum Goal {
        /** All is as the files say. */
        DECLARED("the cluster is as the file says"),
        /** All that the program made is gone; what it adopted is as it was before, and nobody's. */
        GONE("nothing on the cluster is the program's"),
        /** All that is the program's is gone, what it adopted too. */
        REMOVED("nothing on the cluster is the program's"),
        /** All that was the program's is nobody's. */
        RELEASED("nothing on the cluster is the program's");

        private final String met;

        Goal(String met) {
            this.met = met;
        }

        /** What is so when there is nothing left to do. */
        public String met() {
            return met;
        }
    }
}
