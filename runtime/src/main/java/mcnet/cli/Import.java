package mcnet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.importing.DeclarationFinder;
import mcnet.importing.Exclusions;
import mcnet.importing.Imported;
import mcnet.model.Ignored;
import mcnet.observe.Observed;
import mcnet.observe.Secrets;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.planner.Planned;

/**
 * A cluster's text that `check` takes and of which a plan adopts and changes nothing. What the text cannot say so is taken
 * out of it step by step, and named.
 *
 * @param diagnostics what `check` says of it in the end
 */
record Import(Imported.Result result, List<Diagnostic> diagnostics) {
    private static final String NAME = "import";
    /** The server refuses every change of it, be it by mcnet's mark alone. */
    private static final String UNCHANGEABLE = "MC0773";
    /** Each round takes at least one thing out; what is left then is said as an error. */
    private static final int ROUNDS = 200;

    /** @param before the files in which the cluster stands, where it stands in files */
    static Import of(List<Source> before, Kinds kinds, Planning own, Observed seen, String user) {
        Exclusions exclusions = new Exclusions();
        Import last = null;
        for (int round = 0; round < ROUNDS; round++) {
            Imported.Result result = Imported.of(own.now(seen), own.modules(), kinds.index(), user, exclusions);
            Source source = new Source(NAME, result.text());
            List<Source> texts = new ArrayList<>(before);
            texts.add(source);
            Input.Checked checked = Input.check(texts, kinds);
            last = new Import(result, checked.diagnostics());
            if (checked.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                if (!refusals(source, checked.diagnostics(), exclusions)) return last;
                continue;
            }
            Planned planned = planned(checked, seen);
            if (!departures(source, planned, exclusions)) return last.with(remaining(planned, exclusions));
        }
        return last;
    }

    private Import with(List<Diagnostic> more) {
        return new Import(result, Stream.concat(diagnostics.stream(), more.stream()).toList());
    }

    /** @return whether something more is left out */
    private static boolean refusals(Source source, List<Diagnostic> diagnostics, Exclusions exclusions) {
        DeclarationFinder finder = new DeclarationFinder(source);
        boolean more = false;
        for (Diagnostic diagnostic : diagnostics) {
            if (!diagnostic.isError()) continue;
            Optional<DeclarationFinder.Place> place = diagnostic.labels().stream().map(Label::span)
                    .filter(span -> span.source().name().equals(NAME)).map(finder::find).flatMap(Optional::stream)
                    .findFirst();
            if (place.isEmpty()) continue;
            if (diagnostic.code().equals(UNCHANGEABLE))
                more |= exclusions.leave(place.get().id(), diagnostic.message() + "; " + diagnostic.fix());
            else
                more |= exclusions.refuse(place.get().id(),
                        place.get().attribute().equals(Ignored.ATTRIBUTE) ? "" : place.get().attribute(),
                        diagnostic.message());
        }
        return more;
    }

    private static Planned planned(Input.Checked checked, Observed seen) {
        Input input = Input.of(checked);
        Planning planning = Planning.of(input, input.program().clusters().getFirst());
        return planning.plan(seen.redacted(planning.redaction(Secrets.BLANK)));
    }

    /** @return whether something more is left out, since a plan would do more than adopt it */
    private static boolean departures(Source source, Planned planned, Exclusions exclusions) {
        boolean more = refusals(source, planned.obstacles(), exclusions);
        for (Change change : planned.plan().changes()) {
            for (Difference difference : change.differences())
                if (difference.changes() && change.found().isPresent())
                    more |= exclusions.refuse(change.id(), difference.field().isElement()
                            ? ""
                            : difference.field().attribute(), "a plan would change its " + difference.field());
            if (change.wanted().isEmpty() || change.found().isEmpty())
                more |= exclusions.exclude(change.id(), "a plan would " + change.action().word() + " it");
        }
        return more;
    }

    /** The program's own that stand in no file as they are: a plan removes what is not declared, or mends it. */
    private static List<Diagnostic> remaining(Planned planned, Exclusions exclusions) {
        return planned.plan().changes().stream()
                .filter(c -> c.wanted().isEmpty() || c.differences().stream().anyMatch(Difference::changes))
                .map(c -> Diagnostic.error("MC0644", "a plan of this file would " + c.action().word() + " " + c.id())
                        .why("it has the program's mark, and the file cannot say it as it is: "
                                + exclusions.reason(c.id()))
                        .fix("mend it on the cluster and import again, or let the plan do it"))
                .toList();
    }
}
