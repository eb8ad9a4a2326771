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
import mcnet.importing.ImportedCluster;
import mcnet.model.IgnoredPaths;
import mcnet.observe.Observation;
import mcnet.observe.SecretRedactor;
import mcnet.operation.PlanOperation;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.planner.PlanningResult;

/**
 * A cluster's text that `check` takes and of which a plan adopts and changes nothing. What the text cannot say so is taken
 * out of it step by step, and named.
 *
 * @param diagnostics what `check` says of it in the end
 */
record CheckedImport(ImportedCluster.Result result, List<Diagnostic> diagnostics) {
    private static final String NAME = "import";
    /** The server refuses every change of it, be it by mcnet's mark alone. */
    private static final String UNCHANGEABLE = "MC0773";
    /** Each round takes at least one thing out; what is left then is said as an error. */
    private static final int ROUNDS = 200;

    /** @param before the files in which the cluster stands, where it stands in files */
    static CheckedImport of(List<Source> before, KnownKinds kinds, PlanOperation own, Observation seen, String user) {
        Exclusions exclusions = new Exclusions();
        CheckedImport last = null;
        for (int round = 0; round < ROUNDS; round++) {
            ImportedCluster.Result result = ImportedCluster.of(own.now(seen), own.modules(), kinds.index(), user,
                    exclusions);
            Source source = new Source(NAME, result.text());
            List<Source> texts = new ArrayList<>(before);
            texts.add(source);
            CommandInput.Checked checked = CommandInput.check(texts, kinds);
            last = new CheckedImport(result, checked.diagnostics());
            if (checked.diagnostics().stream().anyMatch(Diagnostic::isError)) {
                if (!refusals(source, checked.diagnostics(), exclusions)) return last;
                continue;
            }
            PlanningResult planned = planned(checked, seen);
            if (!departures(source, planned, exclusions)) return last.with(remaining(planned, exclusions));
        }
        return last;
    }

    private CheckedImport with(List<Diagnostic> more) {
        return new CheckedImport(result, Stream.concat(diagnostics.stream(), more.stream()).toList());
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
                        place.get().attribute().equals(IgnoredPaths.ATTRIBUTE) ? "" : place.get().attribute(),
                        diagnostic.message());
        }
        return more;
    }

    private static PlanningResult planned(CommandInput.Checked checked, Observation seen) {
        CommandInput input = CommandInput.of(checked);
        PlanOperation planning = input.planning(input.program().clusters().getFirst());
        return planning.plan(seen.redacted(planning.redaction(SecretRedactor.BLANK)));
    }

    /** @return whether something more is left out, since a plan would do more than adopt it */
    private static boolean departures(Source source, PlanningResult planned, Exclusions exclusions) {
        boolean more = refusals(source, planned.obstacles(), exclusions);
        for (Change change : planned.plan().changes()) {
            for (Difference difference : change.differences())
                if (difference.changes() && change.found().isPresent())
                    more |= exclusions.refuse(change.id(), difference.field().isElement()
                            ? ""
                            : difference.field().attribute(), "a plan would change its " + difference.field());
            if (change.desired().isEmpty() || change.found().isEmpty())
                more |= exclusions.exclude(change.id(), "a plan would " + change.action().word() + " it");
        }
        return more;
    }

    /** The program's own that stand in no file as they are: a plan removes what is not declared, or mends it. */
    private static List<Diagnostic> remaining(PlanningResult planned, Exclusions exclusions) {
        return planned.plan().changes().stream()
                .filter(c -> c.desired().isEmpty() || c.differences().stream().anyMatch(Difference::changes))
                .map(c -> Diagnostic.error("MC0644", "a plan of this file would " + c.action().word() + " " + c.id())
                        .why("it has the program's mark, but the file cannot describe it as it is: "
                                + exclusions.reason(c.id()))
                        .fix("correct it on the cluster and import again, or apply the plan"))
                .toList();
    }
}
