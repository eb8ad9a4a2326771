package mcnet.tests.model;

import java.util.Map;
import java.util.TreeMap;
import mcnet.diagnostic.Diagnostic;

/** How many generated programs came to nothing, by the code of the first error: most must not. */
enum Counts {
    REFUSED_BY_CHECK, REFUSED_BY_PLAN;

    private final Map<String, Integer> codes = new TreeMap<>();

    synchronized void add(Diagnostic first) {
        codes.merge(first.code(), 1, Integer::sum);
        if (Boolean.getBoolean("mcnet.model.verbose")) System.out.println(this + " " + ModelledRun.text(first));
    }

    @Override
    public synchronized String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + codes;
    }
}
