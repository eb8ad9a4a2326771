package mcnet.apply.lock;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.CallTrace;
import mcnet.ssh.Connections;
import mcnet.ssh.RemoteException;

/** The right to change a cluster, renewed until it is given back. */
public final class ClusterLock implements AutoCloseable {
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    /** What a lease lasts beyond the time limit of a call: several renewals may go missing. */
    private static final Duration SPARE = RENEWAL.multipliedBy(3);

    private final LockStore claims;
    private final Duration call;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lease").factory());
    private LockRecord claim;
    private long sentAt;
    private boolean lost;

    private ClusterLock(LockStore claims, LockRecord claim, Duration call, long sentAt) {
        this.claims = claims;
        this.claim = claim;
        this.call = call;
        this.sentAt = sentAt;
        clock.scheduleWithFixedDelay(this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lease, waiting if need be whether its holder is gone.
     *
     * @param member the member that is asked
     * @param purpose what others shall read
     * @param broken the number of a lease whose holder somebody knows to be gone
     * @param says told what is waited for
     * @param stop asked while one waits: true gives up
     * @throws LockUnavailable where another is at work
     */
    public static ClusterLock take(Connections connections, String member, String purpose, OptionalLong broken,
            CallTrace trace,
            Consumer<String> says, BooleanSupplier stop) throws LockUnavailable, RemoteException {
        Duration call = connections.timeouts(member).write();
        LockStore claims = new LockStore(member, () -> connections.beside(member), trace);
        long before = System.nanoTime();
        LockRecord claim = new LockAcquisition(claims, LockHolder.here(purpose), call.plus(SPARE), broken, says, stop)
                .take();
        return new ClusterLock(claims, claim, call, before);
    }

    /**
     * Asked before each call.
     *
     * @throws LockLost where it is another's by now, or could not be renewed for so long that it may be
     */
    public synchronized void check() throws LockLost {
        try {
            if (!lost && !outlastsACall()) renewNow();
            lost = lost || !claims.isLast(claim);
        } catch (RemoteException e) {
            throw gone(e.getMessage());
        }
        if (lost) throw gone("another apply took it over, or somebody removed it");
        if (!outlastsACall()) throw gone("it could not be renewed in time");
    }

    private LockLost gone(String why) {
        return new LockLost(Diagnostic
                .error("MC0932", "the cluster lock (number " + claim.number() + ") is lost: no further change"
                        + " is made")
                .why(why).fix("see who holds the lock (`lxc network acl list`), then apply again: it continues"
                        + " from here"));
    }

    private boolean outlastsACall() {
        return System.nanoTime() + call.toNanos() <= sentAt + claim.lasts().toNanos();
    }

    private synchronized void renew() {
        try {
            if (!lost) renewNow();
        } catch (RemoteException | RuntimeException | Error e) {
            // The next one, or the next call, will see. What is thrown here would end the renewals for good.
        }
    }

    private void renewNow() throws RemoteException {
        long now = System.nanoTime();
        LockRecord next = claim.renew();
        if (claims.renew(next)) {
            claim = next;
            sentAt = now;
        } else {
            lost = !claims.holds(claim);
        }
    }

    /** Gives it back. A lease that cannot be given back runs out by itself. */
    @Override
    public void close() {
        clock.shutdown();
        synchronized (this) {
            try {
                if (!lost && claims.holds(claim)) claims.free(claim);
            } catch (RemoteException e) {
                lost = true;
            }
        }
    }
}
