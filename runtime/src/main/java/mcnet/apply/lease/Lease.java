package mcnet.apply.lease;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Trace;
import mcnet.remote.Fleet;
import mcnet.remote.RemoteException;

/** The right to change a cluster, renewed until it is given back. */
public final class Lease implements AutoCloseable {
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    /** What a lease lasts beyond the time limit of a call: several renewals may go missing. */
    private static final Duration SPARE = RENEWAL.multipliedBy(3);

    private final Claims claims;
    private final Duration call;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("lease").factory());
    private Claim claim;
    private long sentAt;
    private boolean lost;

    private Lease(Claims claims, Claim claim, Duration call, long sentAt) {
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
     * @throws NotTaken where another is at work
     */
    public static Lease take(Fleet fleet, String member, String purpose, OptionalLong broken, Trace trace,
            Consumer<String> says, BooleanSupplier stop) throws NotTaken, RemoteException {
        Duration call = fleet.timeouts(member).write();
        Claims claims = new Claims(member, () -> fleet.beside(member), trace);
        long before = System.nanoTime();
        Claim claim = new Taking(claims, Holder.here(purpose), call.plus(SPARE), broken, says, stop).take();
        return new Lease(claims, claim, call, before);
    }

    /**
     * Asked before each call.
     *
     * @throws LeaseLost where it is another's by now, or could not be renewed for so long that it may be
     */
    public synchronized void check() throws LeaseLost {
        try {
            if (!lost && !outlastsACall()) renewNow();
            lost = lost || !claims.isLast(claim);
        } catch (RemoteException e) {
            throw gone(e.getMessage());
        }
        if (lost) throw gone("somebody took over or broke it");
        if (!outlastsACall()) throw gone("it could not be renewed in time");
    }

    private LeaseLost gone(String why) {
        return new LeaseLost(Diagnostic
                .error("MC0932", "lease " + claim.number() + " of the cluster is lost; nothing more is changed")
                .why(why).fix("see who is at work (`lxc network acl list`), then apply again: it goes on from here"));
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
        Claim next = claim.renew();
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
