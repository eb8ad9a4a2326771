package mcnet.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.module.proof.ExistingAsSaid;
import mcnet.plan.Found;
import mcnet.plan.Proof;
import mcnet.plan.Wanted;
import mcnet.plan.Wish;

/**
 * What the file says of things that others own ({@code existing uplink public { … }}). Checks believe it, so what is not
 * so on the cluster would let a plan through that the server refuses midway. What is not on the cluster at all is no
 * matter of claims.
 */
final class Claims {
    private Claims() {}

    static List<Diagnostic> wrong(Situation now, List<Module> modules) {
        List<Diagnostic> wrong = new ArrayList<>();
        each(now, modules).forEach((wanted, found) -> {
            for (Wish wish : wanted.wishes().values()) {
                if (holds(wanted, wish, found)) continue;
                wrong.add(Diagnostic
                        .error("MC0840", wanted.id() + " is not as the file says: " + text(wish, found),
                                new Label(wish.span(), "said here"))
                        .why("others own it, and mcnet checks the rest of the file by what is said of it")
                        .fix("correct the line, or take it out: then the cluster's own value counts"));
            }
        });
        return wrong;
    }

    static List<Proof> proofs(Situation now, List<Module> modules) {
        List<Proof> proofs = new ArrayList<>();
        each(now, modules).forEach((wanted, found) -> proofs.add(new ExistingAsSaid(wanted.id(), wanted.wishes()
                .values().stream().filter(wish -> !holds(wanted, wish, found)).map(wish -> text(wish, found))
                .toList())));
        return proofs;
    }

    /** Existing things of which the file says something and the cluster has them. */
    private static Map<Wanted, Found> each(Situation now, List<Module> modules) {
        Map<Wanted, Found> all = new LinkedHashMap<>();
        for (Module module : modules) {
            List<Declaration> existing = now.program().existing(module.kind().name()).toList();
            if (existing.isEmpty()) continue;
            List<Found> found = module.found(now);
            for (Declaration each : existing) {
                Wanted wanted = module.wanted(each, now);
                if (wanted.wishes().values().stream().noneMatch(Wish::declared)) continue;
                Optional<Found> there = found.stream().filter(f -> f.id().equals(wanted.id())).findFirst();
                there.ifPresent(f -> all.put(wanted, f));
            }
        }
        return all;
    }

    private static boolean holds(Wanted wanted, Wish wish, Found found) {
        if (!wish.declared()) return true;
        String held = found.value(wish.field());
        if (wish.field().isElement()) return !held.isEmpty();
        return Spelling.same(Differences.type(wanted.declaration().kind(), wish.field().attribute()), held,
                wish.value());
    }

    private static String text(Wish wish, Found found) {
        if (wish.field().isElement()) return "it has no " + wish.field().element();
        String held = found.value(wish.field());
        String on = wish.field().member().isEmpty() ? "" : " on " + wish.field().member();
        return wish.field().attribute() + on + " is " + (held.isEmpty() ? "not set" : held) + ", not " + wish.value();
    }
}
