package mcnet.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mcnet.apply.ApplyOutcome;
import mcnet.apply.lock.LockUnavailable;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import mcnet.ssh.RemoteException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Applies at the same time, interleaved call by call by chance: the changes of one stand together, never between those
 * of another, and whoever gets the lock comes to its end.
 */
class LockRaceModelTest {
    private static final long SEED = Long.getLong("seed",
            Boolean.getBoolean("mcnet.long") ? System.nanoTime() & 0xffff_ffffL : 1);
    private static final int ROUNDS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 2000 : 60);

    /** @param left how many applies have been there before, and gave their lease back */
    record Race(int players, long seed, int left) {
        static Race of(Choices choices) {
            return new Race(2 + choices.below(2), choices.below(Integer.MAX_VALUE), choices.below(3));
        }
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void theirChangesNeverInterleave(Behaviour behaviour) {
        AtomicInteger applied = new AtomicInteger();
        System.out.println("seed " + SEED + ", " + ROUNDS + " races on " + behaviour);
        Property.holds(SEED, ROUNDS, Race::of, race -> applied.addAndGet(run(race, behaviour)));
        System.out.println(applied + " applies of " + ROUNDS + " races came to their end, the others were told");
    }

    /** @return how many got the lock */
    static int run(Race race, Behaviour behaviour) {
        ModelServer server = new ModelServer(behaviour, race.seed());
        for (int i = 0; i < race.left(); i++) ModelledRun.of(program("earlier" + i)).orElseThrow().settles(server);
        Turns turns = new Turns(race.players(), race.seed());
        List<String> writes = new ArrayList<>();
        Map<Integer, String> ends = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int player = 0; player < race.players(); player++) {
            int own = player;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    ends.put(own, end(program("player" + own), server, recording(turns.player(own), own, writes)));
                } catch (Exception | Error e) {
                    ends.put(own, e.toString());
                } finally {
                    turns.ends(own);
                }
            }));
        }
        for (Thread thread : threads) join(thread);
        List<String> runs = new ArrayList<>();
        for (String author : writes) if (runs.isEmpty() || !runs.getLast().equals(author)) runs.add(author);
        assertEquals(runs.stream().distinct().toList(), runs, () -> writes + " " + ends);
        assertFalse(ends.values().stream().anyMatch(end -> !end.equals("done") && !end.startsWith("held")),
                ends::toString);
        return (int) ends.values().stream().filter("done"::equals).count();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String end(String program, ModelServer server, Caller caller) throws Exception {
        try {
            Optional<ApplyOutcome> outcome = ModelledRun.of(program).orElseThrow()
                    .apply(new ModelConnections(server, caller));
            if (outcome.isEmpty()) return "refused";
            return outcome.get().complete() ? "done" : outcome.get().failures().toString();
        } catch (LockUnavailable e) {
            return (e.held() || e.reason().why().contains("faster") ? "held: " : "") + e.reason();
        }
    }

    /** Notes who changes an ACL of the program. */
    private static Caller recording(Caller turns, int player, List<String> writes) {
        return new Caller() {
            @Override
            public void sends(String call) throws RemoteException {
                turns.sends(call);
                if (call.matches("(POST|PUT|PATCH|DELETE) /1.0/network-zones.*"))
                    synchronized (writes) {
                        writes.add("player" + player);
                    }
            }

            @Override
            public void waits() {
                turns.waits();
            }
        };
    }

    private static String program(String author) {
        return "program both\n" + ModelMembers.declaration() + "zone a.lan { description = \"" + author
                + "\" }\nzone b.lan { description = \"" + author + "\" }\nzone c.lan { description = \"" + author
                + "\" }\n";
    }
}
