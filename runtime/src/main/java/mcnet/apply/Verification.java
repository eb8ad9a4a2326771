package mcnet.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import mcnet.gather.Gather;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.plan.Proof;
import mcnet.plan.Verdict;
import mcnet.remote.FleetException;

/**
 * Looks whether things are as they should be, and looks again while some are not: a router needs a moment to find its
 * chassis, BFD a few to come up. It holds connections that cannot change anything.
 */
public final class Verification {
    /** Patience with what was not changed just now: one lost packet is no fault. */
    public static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Gather gather;
    private final Duration patience;
    private final BiConsumer<Integer, Integer> watcher;

    /**
     * @param patience how long failing proofs are looked at again
     * @param watcher told after each look how many of how many hold
     */
    public Verification(Gather gather, Duration patience, BiConsumer<Integer, Integer> watcher) {
        this.gather = gather;
        this.patience = patience;
        this.watcher = watcher;
    }

    /** @throws FleetException if no member can be reached */
    public List<Verified> of(List<Proof> proofs) throws FleetException {
        return of(proofs, Observed.nothing());
    }

    /**
     * @param known what was answered just now; only the first look goes by it
     * @throws FleetException if no member can be reached
     */
    public List<Verified> of(List<Proof> proofs, Observed known) throws FleetException {
        long end = System.nanoTime() + patience.toNanos();
        Observed start = known;
        while (true) {
            List<Verified> verified = look(proofs, start);
            start = Observed.nothing();
            int held = (int) verified.stream().filter(v -> !v.failed()).count();
            watcher.accept(held, verified.size());
            if (held == verified.size() || System.nanoTime() >= end) return verified;
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return verified;
            }
        }
    }

    private List<Verified> look(List<Proof> proofs, Observed known) throws FleetException {
        Observed seen = known;
        Set<Asked> open = open(proofs, seen);
        while (!open.isEmpty()) {
            seen = seen.and(gather.ask(open).answers());
            open = open(proofs, seen);
        }
        List<Verified> verified = new ArrayList<>();
        for (Proof proof : proofs) verified.add(new Verified(proof, verdict(proof, seen)));
        return verified;
    }

    /** A member that fell silent while one looks tells nothing of what it would have shown. */
    private static Verdict verdict(Proof proof, Observed seen) {
        return proof.questions(seen).stream().map(seen::of).filter(answer -> !answer.isReached()).findFirst()
                .map(answer -> Verdict.unknown(answer.error(), "mcnet verify, once it answers again"))
                .orElseGet(() -> proof.judge(seen));
    }

    /** Questions that no one has answered yet. */
    private static Set<Asked> open(List<Proof> proofs, Observed seen) {
        Set<Asked> open = new LinkedHashSet<>();
        for (Proof proof : proofs) open.addAll(proof.questions(seen));
        open.removeAll(seen.answers().keySet());
        return open;
    }
}
