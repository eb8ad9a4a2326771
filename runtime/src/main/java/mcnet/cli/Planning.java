package mcnet.cli;

import java.util.LinkedHashSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.gather.Gather;
import mcnet.importing.ClusterContents;
import mcnet.importing.UndeclaredObjects;
import mcnet.model.Cluster;
import mcnet.model.Program;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Redaction;
import mcnet.observe.Secrets;
import mcnet.observe.Trace;
import mcnet.observe.Vault;
import mcnet.plan.Found;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.UndeclaredState;
import mcnet.planner.Planned;
import mcnet.planner.Planner;
import mcnet.planner.UnbuiltSite;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;

/**
 * The way from a program to its plan: ask the members, compare.
 *
 * @param vault what the secrets are that the program names
 */
record Planning(Situation empty, List<Module> modules, Aim aim, Vault vault) {
    /** How often lists are asked for again that changed while the server listed them. */
    private static final int AGAIN = 5;

    /** To plan in earnest: with the program's secrets; nothing where one is not to be had, as the console says then. */
    static Optional<Planning> open(Input input, Cluster cluster, Aim aim, Console console) {
        Planning plain = of(input, cluster, aim);
        return SecretReader.open(plain.empty.program(), console)
                .map(vault -> new Planning(plain.empty, plain.modules, aim, vault));
    }

    /** To look only. */
    static Planning of(Input input, Cluster cluster) {
        return of(input, cluster, Aim.DECLARED);
    }

    static Planning of(Input input, Cluster cluster, Aim aim) {
        Program program = aim.goal() == Aim.Goal.DECLARED ? input.program() : input.program().emptied();
        return new Planning(new Situation(program, cluster, Observed.nothing()), input.kinds().modules(), aim,
                Vault.EMPTY);
    }

    /**
     * To see all that the cluster has, whatever the files say of it.
     *
     * @param program whose objects count as its own
     */
    static Planning ofAll(Input input, Cluster cluster, String program) {
        Program all = input.program().emptied().called(program);
        return new Planning(new Situation(all, cluster, Observed.nothing(), true), input.kinds().modules(),
                Aim.DECLARED, Vault.EMPTY);
    }

    /** The same for a program of another name. */
    Planning called(String program) {
        return new Planning(
                new Situation(empty.program().called(program), empty.cluster(), empty.seen(), empty.whole()),
                modules, aim, vault);
    }

    /** One turn with each member; another where the first answers bring up new questions. */
    Observed observe(Asking members, Trace trace) throws FleetException {
        return observe(members, trace, Observed.nothing());
    }

    /** @param known what was answered before */
    Observed observe(Asking members, Trace trace, Observed known) throws FleetException {
        return vault.named(observe(new Gather(empty.cluster(), members, trace), known, this::questions));
    }

    private Observed observe(Gather gather, Observed known, Function<Observed, List<Asked>> questions)
            throws FleetException {
        Observed seen = whole(gather, known, questions);
        for (int again = 0; again < AGAIN; again++) {
            List<Asked> unsure = Planner.unsure(now(seen), modules);
            if (unsure.isEmpty() || !Gather.paused()) break;
            seen = whole(gather, seen.and(gather.ask(unsure).answers()), questions);
        }
        return seen;
    }

    private static Observed whole(Gather gather, Observed known, Function<Observed, List<Asked>> questions)
            throws FleetException {
        Observed seen = known;
        for (List<Asked> next = questions.apply(seen); !next.isEmpty(); next = questions.apply(seen))
            seen = seen.and(gather.ask(next).answers());
        return seen;
    }

    /** The same, and what the proofs ask besides, in the same turn. */
    Observed observeWithProofs(Asking members, Trace trace) throws FleetException {
        Set<Asked> first = new LinkedHashSet<>(questions(Observed.nothing()));
        for (Proof proof : Planner.proofs(empty, modules)) first.addAll(proof.questions(Observed.nothing()));
        return observe(members, trace, new Gather(empty.cluster(), members, trace).ask(first));
    }

    /** What must be seen when all is as the program says. */
    List<Proof> proofs(Observed seen) {
        return Planner.proofs(now(seen), modules);
    }

    /** All that plans and imports may want to know, whatever the files say. */
    Observed observeAll(Asking members, Trace trace, Observed known) throws FleetException {
        return vault.named(observe(new Gather(empty.cluster(), members, trace), known, this::everything));
    }

    /** What the members would answer if the site had nothing yet. */
    Observed unbuilt(boolean all) {
        UnbuiltSite site = new UnbuiltSite(empty);
        Observed seen = Observed.nothing();
        Function<Observed, List<Asked>> questions = all ? this::everything : this::questions;
        for (List<Asked> next = questions.apply(seen); !next.isEmpty(); next = questions.apply(seen))
            seen = seen.and(site.answers(next));
        return seen;
    }

    private List<Asked> everything(Observed seen) {
        return Stream.concat(questions(seen).stream(), ClusterContents.questions(now(seen)).stream())
                .filter(asked -> !seen.answers().containsKey(asked)).distinct().toList();
    }

    private List<Asked> questions(Observed seen) {
        return Planner.questions(now(seen), modules).stream()
                .filter(asked -> !seen.answers().containsKey(asked)).distinct().toList();
    }

    Planned plan(Observed seen) {
        return switch (aim.goal()) {
            case RELEASED -> Planner.release(now(seen), modules, aim.only());
            case REMOVED -> Planner.remove(now(seen), modules, aim.only());
            case DECLARED, GONE -> Planner.plan(now(seen), modules, aim.only());
        };
    }

    /** What is not as it should be, whether or not it could be mended now. */
    Planned compare(Observed seen) {
        return Planner.compare(now(seen), modules, aim.only());
    }

    /** What the cluster holds beside what the files say; values that a plan does not need are left out, as in files. */
    UndeclaredState undeclared(Observed seen) {
        Situation shown = now(seen.redacted(redaction(Secrets.BLANK)));
        Set<ResourceId> ours = Planner.relied(shown, modules).stream().map(Found::id).collect(Collectors.toSet());
        return new UndeclaredState(Planner.undeclared(shown, modules), new UndeclaredObjects(shown, ours).all(),
                ClusterContents.unanswered(shown).stream().map(path -> path.replaceFirst("[?&]recursion=1", ""))
                        .toList());
    }

    /** The objects that the plan relies on, as they were seen. */
    List<Found> relied(Observed seen) {
        return Planner.relied(now(seen), modules);
    }

    /** What a file may hold of what was seen. */
    Redaction redaction(Secrets secrets) {
        Map<String, Set<String>> declared = new HashMap<>();
        empty.program().each(d -> {
            Set<String> keys = declared.computeIfAbsent(d.name(), _ -> new HashSet<>());
            d.said().map(s -> Redaction.key(s.path())).forEach(keys::add);
            d.nested("nic")
                    .forEach(nic -> nic.said().forEach(s -> keys.add(nic.name() + "." + Redaction.key(s.path()))));
        });
        return new Redaction(secrets, empty.program().name(), declared);
    }

    /** What is wanted, and what was seen. */
    Situation now(Observed seen) {
        return new Situation(empty.program(), empty.cluster(), seen, empty.whole());
    }
}
