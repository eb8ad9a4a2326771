package mcnet.apply.lease;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.remote.RemoteException;

/** The way to a lease: see who holds it, wait whether he is gone, create the next number, look who was first. */
final class Taking {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TRIES = 5;

    private final Claims claims;
    private final Holder me;
    private final Duration lasts;
    private final OptionalLong broken;
    private final Consumer<String> says;

    Taking(Claims claims, Holder me, Duration lasts, OptionalLong broken, Consumer<String> says) {
        this.claims = claims;
        this.me = me;
        this.lasts = lasts;
        this.broken = broken;
        this.says = says;
    }

    /** @return the lease, created and the highest */
    Claim take() throws NotTaken, RemoteException {
        String refusal = "";
        for (int i = 0; i < TRIES; i++) {
            long number = following(claims.all());
            Claim wanted = new Claim(number, UUID.randomUUID().toString(), me, true, 0, lasts);
            try {
                refusal = claims.create(wanted).orElse("");
            } catch (RemoteException e) {
                // Whether it was created shows below.
                refusal = e.getMessage();
            }
            List<Claim> now = claims.all();
            if (now.stream().noneMatch(c -> c.id().equals(wanted.id()))) continue;
            if (now.getLast().id().equals(wanted.id())) {
                for (Claim old : now.subList(0, now.size() - 1)) claims.remove(old.number());
                return wanted;
            }
            claims.remove(number);
        }
        throw new NotTaken(Diagnostic.error("MC0931", "the cluster's lease could not be taken")
                .why(refusal.isEmpty() ? "others were quicker " + TRIES + " times" : refusal)
                .fix("run it again; `lxc network acl list` shows the leases as " + Claim.PREFIX + "N"), false);
    }

    /** The number behind a lease that is free, or whose holder is gone. */
    private long following(List<Claim> all) throws NotTaken, RemoteException {
        if (all.isEmpty()) return 1;
        Claim highest = all.getLast();
        if (!highest.held()) return highest.number() + 1;
        if (broken.isPresent()) {
            if (broken.getAsLong() == highest.number()) return highest.number() + 1;
            throw held(highest, "lease " + broken.getAsLong() + " is not the one that counts now");
        }
        Optional<Boolean> runs = highest.holder().runs();
        if (runs.isEmpty()) return await(highest);
        if (runs.get()) throw held(highest, "its process runs on this machine");
        says.accept("The last apply has ended without giving lease " + highest.number() + " back ("
                + highest.holder().text() + "); going on.");
        return highest.number() + 1;
    }

    /** Until the holder is heard of, gives it back, or has been silent for the lease's time. */
    private long await(Claim first) throws NotTaken, RemoteException {
        says.accept("Lease " + first.number() + " of the cluster is held: " + first.holder().text()
                + ". Looking for up to " + first.lasts().toSeconds() + " s whether it is still at work.");
        long end = System.nanoTime() + first.lasts().toNanos();
        while (System.nanoTime() < end) {
            pause();
            Optional<Claim> highest = claims.all().stream().reduce((_, last) -> last);
            if (highest.isEmpty() || highest.get().number() != first.number()) return following(claims.all());
            if (!highest.get().held()) return first.number() + 1;
            if (!first.stoodStill(highest.get())) throw held(highest.get(), "it was renewed just now");
        }
        says.accept("Nothing was heard of it; going on with lease " + (first.number() + 1) + ".");
        return first.number() + 1;
    }

    private static void pause() throws NotTaken {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken(Diagnostic.error("MC0931", "the cluster's lease could not be taken").why("interrupted"),
                    false);
        }
    }

    private static NotTaken held(Claim claim, String why) {
        return new NotTaken(Diagnostic
                .error("MC0930", "another apply holds the cluster: " + claim.holder().text())
                .why("it holds lease " + claim.number() + ", and " + why)
                .fix("wait until it is done; if you know that it is gone: mcnet apply --break-lock " + claim.number()),
                true);
    }
}
