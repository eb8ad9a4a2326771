package mcnet.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mcnet.apply.lock.LockUnavailable;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;
import mcnet.tests.model.ObjectKey.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An apply on the model is killed at any of its writes; one more apply, and nothing is left to do. */
class KillModelTest {
    private static final long SEED = Long.getLong("seed",
            Boolean.getBoolean("mcnet.long") ? System.nanoTime() & 0xffff_ffffL : 1);
    private static final int ROUNDS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 500 : 40);
    private static final int MOST_WRITES = 24;

    /** @param last the write at which the apply of the second program is killed */
    record Story(String first, String second, int last, Killed.Point point) {
        static Story of(Choices choices) {
            return new Story(GeneratedProgram.of(choices), GeneratedProgram.of(choices),
                    1 + choices.below(MOST_WRITES), choices.one(Killed.Point.values()));
        }

        @Override
        public String toString() {
            return first + "--- then, killed at write " + last + " " + point + "\n" + second;
        }
    }

    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void oneMoreApplyAndNothingIsLeftToDo(Behaviour behaviour) {
        AtomicInteger whole = new AtomicInteger();
        System.out.println("seed " + SEED + ", " + ROUNDS + " kills on " + behaviour);
        Property.holds(SEED, ROUNDS, Story::of, story -> {
            if (survived(story, behaviour)) whole.incrementAndGet();
        });
        System.out.println(whole + " of " + ROUNDS + " were killed before their end and then applied again");
        assertTrue(whole.get() * 3 >= ROUNDS || ROUNDS < 10, () -> whole + " of " + ROUNDS);
    }

    /** @return whether it was killed in time, and the programs are such that they can be applied */
    static boolean survived(Story story, Behaviour behaviour) {
        Optional<ModelledRun> first = ModelledRun.of(story.first());
        Optional<ModelledRun> second = ModelledRun.of(story.second());
        if (first.isEmpty() || second.isEmpty()) return false;
        ModelServer server = OthersObjects.on(new ModelServer(behaviour, SEED));
        List<String> before = ModelTest.withoutLeases(server);
        if (!first.get().settles(server)) return false;
        boolean accepted = withoutKill(first.get(), second.get(), behaviour);
        Killed caller = new Killed(story.last(), story.point());
        try {
            second.get().apply(new ModelConnections(server, caller));
        } catch (RemoteException | UnreachableException | LockUnavailable e) {
            assertTrue(caller.isDead(), e::toString);
        }
        if (!caller.isDead()) return false;
        leave(server);
        boolean settled = second.get().settles(server);
        assertEquals(accepted, settled, "the apply behind the kill was refused, and one without a kill is not");
        if (!settled) return false;
        assertTrue(second.get().destroying().settles(server), "destroy was refused");
        assertEquals(String.join("\n", before), String.join("\n", ModelTest.withoutLeases(server)));
        return true;
    }

    /** Whether the second program is one that can be applied behind the first at all. */
    private static boolean withoutKill(ModelledRun first, ModelledRun second, Behaviour behaviour) {
        ModelServer twin = OthersObjects.on(new ModelServer(behaviour, SEED));
        return first.settles(twin) && second.settles(twin);
    }

    /** The killed process has ended, as its machine can tell: its start is another one's. */
    private static void leave(ModelServer server) {
        String process = "user.mcnet.lease.process";
        server.change(state -> {
            ServerState left = state;
            for (var acl : state.in(Kind.ACL, ServerState.DEFAULT, "").toList()) {
                if (!acl.getKey().name().startsWith("mcnet-lease-")) continue;
                ObjectNode lease = acl.getValue().deepCopy();
                lease.withObject("/config").put(process, ServerState.config(lease, process) + "0");
                left = left.with(acl.getKey(), lease);
            }
            return left;
        });
    }
}
