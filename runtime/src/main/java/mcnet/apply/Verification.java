package mcnet.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import mcnet.collect.Collector;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.plan.Probe;
import mcnet.plan.Verdict;
import mcnet.product.Product;
import mcnet.product.ServerWording;
import mcnet.ssh.UnreachableException;

/**
 * Looks whether things are as they should be, and looks again while some are not: a router needs a moment to find its
 * chassis, BFD a few to come up. It holds connections that cannot change anything.
 */
public final class Verification {
    /** Patience with what was not changed just now: one lost packet is no fault. */
    public static final Duration SHORT = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Collector collector;
    private final Duration patience;
    private final BiConsumer<Integer, Integer> watcher;

    /**
     * @param patience how long failing proofs are looked at again
     * @param watcher told after each look how many of how many hold
     */
    public Verification(Collector collector, Duration patience, BiConsumer<Integer, Integer> watcher) {
        this.collector = collector;
        this.patience = patience;
        this.watcher = watcher;
    }

    /** @throws UnreachableException if no member can be reached */
    public List<ProbeResult> of(List<Probe> probes) throws UnreachableException {
        return of(probes, Observation.nothing());
    }

    /**
     * @param known what was answered just now; only the first look goes by it
     * @throws UnreachableException if no member can be reached
     */
    public List<ProbeResult> of(List<Probe> probes, Observation known) throws UnreachableException {
        long end = System.nanoTime() + patience.toNanos();
        Observation start = known;
        while (true) {
            List<ProbeResult> verified = look(probes, start);
            start = Observation.nothing();
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

    private List<ProbeResult> look(List<Probe> probes, Observation known) throws UnreachableException {
        Observation seen = known;
        Set<Query> open = open(probes, seen);
        while (!open.isEmpty()) {
            seen = seen.and(collector.ask(open).answers());
            open = open(probes, seen);
        }
        List<ProbeResult> verified = new ArrayList<>();
        for (Probe probe : probes) verified.add(new ProbeResult(probe, verdict(probe, seen)));
        return verified;
    }

    /** A member that fell silent while one looks tells nothing of what it would have shown. */
    private static Verdict verdict(Probe probe, Observation seen) {
        Verdict verdict = probe.queries(seen).stream().map(seen::of).filter(answer -> !answer.isReached()).findFirst()
                .map(answer -> Verdict.unknown(answer.error(), "run mcnet verify when it answers again"))
                .orElseGet(() -> probe.judge(seen));
        return verdict.in(ServerWording.of(Product.of(seen)));
    }

    /** Questions that no one has answered yet. */
    private static Set<Query> open(List<Probe> probes, Observation seen) {
        Set<Query> open = new LinkedHashSet<>();
        for (Probe probe : probes) open.addAll(probe.queries(seen));
        // Whose words the verdicts are in.
        if (!open.isEmpty()) open.add(Product.ASKED);
        open.removeAll(seen.answers().keySet());
        return open;
    }
}
