package mcnet.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random programs on a model of the server: applied, changed, destroyed. After each apply nothing is left to do, and at
 * the end the cluster holds what it held before.
 */
class ModelTest {
    private static final long SEED = Long.getLong("seed",
            Boolean.getBoolean("mcnet.long") ? System.nanoTime() & 0xffff_ffffL : 1);
    private static final int ROUNDS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 5000 : 100);

    /** A program and what it becomes. */
    record Story(String first, String second) {
        static Story of(Choices choices) {
            return new Story(GeneratedProgram.of(choices), GeneratedProgram.of(choices));
        }

        @Override
        public String toString() {
            return first + "--- then\n" + second;
        }
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void aSecondPlanIsEmptyAndDestroyLeavesWhatWasThere(Behaviour behaviour) {
        AtomicInteger whole = new AtomicInteger();
        System.out.println("seed " + SEED + ", " + ROUNDS + " rounds on " + behaviour);
        Property.holds(SEED, ROUNDS, Story::of, story -> {
            if (lived(story, behaviour)) whole.incrementAndGet();
        });
        System.out.println(whole + " of " + ROUNDS + " stories came to their end; first reasons of the others: "
                + List.of(Counts.values()));
        assertTrue(whole.get() * 2 >= ROUNDS || ROUNDS < 10, () -> whole + " of " + ROUNDS);
    }

    static boolean lived(Story story, Behaviour behaviour) {
        Optional<ModelledRun> first = ModelledRun.of(story.first());
        Optional<ModelledRun> second = ModelledRun.of(story.second());
        if (first.isEmpty() || second.isEmpty()) return false;
        ModelServer server = OthersObjects.on(new ModelServer(behaviour, SEED));
        List<String> before = withoutLeases(server);
        if (!first.get().settles(server)) return false;
        boolean changed = second.get().settles(server);
        boolean gone = second.get().destroying().settles(server);
        assertTrue(gone, "destroy was refused");
        List<String> after = withoutLeases(server);
        assertEquals(missing(after, before), missing(before, after), "what was there is not what is left");
        return changed;
    }

    private static String missing(List<String> from, List<String> others) {
        return others.stream().filter(l -> !from.contains(l)).collect(java.util.stream.Collectors.joining("\n"));
    }

    /** Leases stay, and tunnels where the program has moved them. */
    static List<String> withoutLeases(ModelServer server) {
        return server.lines().stream().filter(l -> !l.contains("name=mcnet-lease-"))
                .map(l -> l.replaceAll("ovn-encap-ip=[0-9.]+", "ovn-encap-ip")).toList();
    }
}
