package mcnet.apply.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.ssh.RemoteException;

/** The way to a lease: see who holds it, wait whether he is gone, create the next number, look who was first. */
final class LockAcquisition {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TRIES = 5;
    /** Who renews every few seconds and is silent for so long is gone, whatever the lease says. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final LockStore claims;
    private final LockHolder me;
    private final Duration lasts;
    private final OptionalLong broken;
    private final Consumer<String> says;
    private final BooleanSupplier stop;

    LockAcquisition(LockStore claims, LockHolder me, Duration lasts, OptionalLong broken, Consumer<String> says,
            BooleanSupplier stop) {
        this.claims = claims;
        this.me = me;
        this.lasts = lasts;
        this.broken = broken;
        this.says = says;
        this.stop = stop;
    }

    /** @return the lease, created and the highest */
    LockRecord take() throws LockUnavailable, RemoteException {
        String refusal = "";
        for (int i = 0; i < TRIES; i++) {
            LockStore.Claims before = claims.standing();
            long behind = following(before);
            if (behind >= LockRecord.LAST) {
                // Somebody made it by hand: nobody counts so far. It is free or dead, so counting begins anew.
                claims.remove(behind);
                continue;
            }
            LockRecord desired = new LockRecord(before.free(behind), UUID.randomUUID().toString(), me, true, 0, lasts);
            try {
                refusal = claims.create(desired).orElse("");
            } catch (RemoteException e) {
                // Whether it was created shows below.
                refusal = e.getMessage();
            }
            List<LockRecord> now = claims.standing().claims();
            if (now.stream().noneMatch(c -> c.id().equals(desired.id()))) continue;
            if (now.getLast().id().equals(desired.id())) {
                for (LockRecord old : now.subList(0, now.size() - 1)) claims.remove(old.number());
                return desired;
            }
            claims.remove(desired.number());
        }
        throw LockUnavailable.because(refusal.isEmpty()
                ? "another apply was faster, " + TRIES + " times in a"
                        + " row"
                : refusal);
    }

    /** The number of the lease that is free, or whose holder is gone; 0: there is none. */
    private long following(LockStore.Claims all) throws LockUnavailable, RemoteException {
        if (all.highest().isEmpty()) return 0;
        LockRecord highest = all.highest().get();
        if (!highest.held()) return highest.number();
        if (broken.isPresent()) {
            if (broken.getAsLong() == highest.number()) return highest.number();
            throw held(highest, "lock number " + broken.getAsLong() + " is not the current one");
        }
        Optional<Boolean> runs = highest.holder().runs();
        if (runs.isEmpty()) return await(highest);
        if (runs.get()) throw held(highest, "its process runs on this machine");
        says.accept("The last apply ended without releasing lock number " + highest.number() + " ("
                + highest.holder().text() + "); continuing.");
        return highest.number();
    }

    /** Until the holder is heard of, gives it back, or has been silent for the lease's time, though not for ever. */
    private long await(LockRecord first) throws LockUnavailable, RemoteException {
        Duration longest = first.lasts().compareTo(LONGEST) < 0 ? first.lasts() : LONGEST;
        says.accept("The cluster lock (number " + first.number() + ") is held: " + first.holder().text()
                + ". Waiting up to " + longest.toSeconds() + " s to see whether it is still running.");
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end) {
            pause();
            LockStore.Claims now = claims.standing();
            Optional<LockRecord> highest = now.highest();
            if (highest.isEmpty() || highest.get().number() != first.number()) return following(now);
            if (!highest.get().held()) return first.number();
            if (!first.stoodStill(highest.get())) throw held(highest.get(), "it was renewed just now");
        }
        says.accept("It did not renew the lock; continuing with lock"
                + " number " + claims.standing().free(first.number()) + ".");
        return first.number();
    }

    private void pause() throws LockUnavailable {
        if (stop.getAsBoolean()) throw interrupted();
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private static LockUnavailable interrupted() {
        return new LockUnavailable(
                Diagnostic.error("MC0931", "could not get the cluster lock").why("interrupted"),
                false);
    }

    private static LockUnavailable held(LockRecord claim, String why) {
        return new LockUnavailable(Diagnostic
                .error("MC0930", "another apply holds the cluster lock: " + claim.holder().text())
                .why("it holds lock number " + claim.number() + ", and " + why)
                .fix("wait until it has finished; if you are sure that it no longer runs: mcnet apply"
                        + " --break-lock " + claim.number()),
                true);
    }
}
