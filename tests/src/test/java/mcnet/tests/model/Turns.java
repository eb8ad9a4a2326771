package mcnet.tests.model;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Several callers that take turns call by call, in an order that a seed chooses: at any moment one of them runs, and the
 * others wait before a call of theirs. A call that the server carries out by several looks at its database is so many
 * turns. The same seed gives the same order.
 */
final class Turns {
    private final Random random;
    private final Set<Integer> playing = new TreeSet<>();
    private final Set<Integer> waiting = new TreeSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int turn = -1;

    Turns(int players, long seed) {
        this.random = new Random(seed);
        for (int player = 0; player < players; player++) playing.add(player);
    }

    /** One of the callers; it runs in threads of its own, of which one calls at a time. */
    Caller player(int player) {
        return new Caller() {
            @Override
            public void sends(String call) {
                next(player);
            }

            @Override
            public void waits() {
                next(player);
            }
        };
    }

    private void next(int player) {
        lock.lock();
        try {
            waiting.add(player);
            choose();
            while (turn != player) changed.awaitUninterruptibly();
            turn = -1;
            waiting.remove(player);
        } finally {
            lock.unlock();
        }
    }

    /** It calls no more. */
    void ends(int player) {
        lock.lock();
        try {
            playing.remove(player);
            waiting.remove(player);
            choose();
        } finally {
            lock.unlock();
        }
    }

    /** Only once all have come to a call, so that nothing hangs on which thread is quicker. */
    private void choose() {
        if (turn >= 0 || playing.isEmpty() || !waiting.containsAll(playing)) return;
        turn = waiting.stream().skip(random.nextInt(waiting.size())).findFirst().orElseThrow();
        changed.signalAll();
    }
}
