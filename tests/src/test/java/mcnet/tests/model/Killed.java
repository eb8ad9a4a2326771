package mcnet.tests.model;

import java.util.concurrent.atomic.AtomicInteger;
import mcnet.ssh.RemoteException;

/**
 * A caller that is killed at one of its writes: before it is sent, while it is carried out, or before its answer comes.
 * From then on it calls no more.
 */
final class Killed implements Caller {

    /** Where in the call. */
    enum Point {
        BEFORE, WITHIN, AFTER
    }

    private final int last;
    private final Point point;
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean dead;

    /** @param last the number of the write at which it is killed, from 1 */
    Killed(int last, Point point) {
        this.last = last;
        this.point = point;
    }

    boolean isDead() {
        return dead;
    }

    private static boolean isWrite(String call) {
        return !call.matches("(GET|ovs|northbound|southbound|links|machine|controller|ping) ?.*")
                && !call.contains(" get ");
    }

    @Override
    public void sends(String call) throws RemoteException {
        if (!dead && isWrite(call) && writes.incrementAndGet() == last && point == Point.BEFORE) dead = true;
        if (dead) throw ModelConnections.broken("micro1");
    }

    @Override
    public boolean halves(String call) {
        return writes.get() == last && point == Point.WITHIN && call.matches("POST /1.0/networks(\\?project=.*)?");
    }

    @Override
    public void hears(String call) throws RemoteException {
        if (!dead && isWrite(call) && writes.get() >= last && point != Point.BEFORE) dead = true;
        if (dead) throw ModelConnections.broken("micro1");
    }
}
