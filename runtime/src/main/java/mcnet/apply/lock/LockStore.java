package mcnet.apply.lock;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mcnet.apply.AclRequest;
import mcnet.observe.CallTrace;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;

/** The leases in a cluster, through one of its members. */
final class LockStore {
    private static final String ALL = "/1.0/network-acls";
    private static final int GONE = 404;

    /** The connection; anew for each call, as the last one may have broken. */
    interface Way {
        Session open() throws RemoteException;
    }

    private final String member;
    private final Way way;
    private final CallTrace trace;

    /** @param trace is told of what is created, freed and removed, not of renewals */
    LockStore(String member, Way way, CallTrace trace) {
        this.member = member;
        this.way = way;
        this.trace = trace;
    }

    /**
     * What stands in the cluster under the names of leases.
     *
     * @param claims the leases, the highest one last
     * @param taken all numbers that cannot be had, those of ACLs that only have such a name too
     */
    record Claims(List<LockRecord> claims, Set<Long> taken) {

        Optional<LockRecord> highest() {
            return claims.isEmpty() ? Optional.empty() : Optional.of(claims.getLast());
        }

        /** The next number behind this one that nobody has. */
        long free(long behind) {
            long number = behind + 1;
            while (taken.contains(number)) number++;
            return number;
        }
    }

    /**
     * The names are listed and each lease is read by its own: LXD answers a list of whole ACLs with 404 when one of them is
     * removed meanwhile ({@code lxd/network_acls.go}).
     *
     * @throws LockUnavailable where the server does not tell
     */
    Claims standing() throws LockUnavailable, RemoteException {
        Session.Reply names = send("GET", ALL, null);
        if (!names.ok()) throw LockUnavailable.because(names.error());
        Set<Long> taken = new TreeSet<>();
        names.metadata().forEach(url -> taken.add(LockRecord.number(url.asText())));
        taken.remove(0L);
        List<LockRecord> claims = new ArrayList<>();
        for (long number : taken) {
            Session.Reply one = send("GET", LockRecord.path(number), null);
            if (one.ok()) LockRecord.of(one.metadata()).ifPresent(claims::add);
            else if (one.status() != GONE) throw LockUnavailable.because(one.error());
        }
        return new Claims(claims, taken);
    }

    /** @return LXD's refusal, or nothing; that another was first is one */
    Optional<String> create(LockRecord claim) throws RemoteException {
        return told("POST", ALL, claim.named());
    }

    /** Also where nobody can be told of it: a full disk may not keep the lease. */
    void free(LockRecord claim) throws RemoteException {
        try {
            told("PUT", LockRecord.path(claim.number()), claim.free().body());
        } catch (UncheckedIOException e) {
            send("PUT", LockRecord.path(claim.number()), claim.free().body());
        }
    }

    void remove(long number) throws RemoteException {
        told("DELETE", LockRecord.path(number), null);
    }

    /** @return whether the lease is there still and this one's */
    boolean renew(LockRecord claim) throws RemoteException {
        return holds(claim) && send("PUT", LockRecord.path(claim.number()), claim.body()).ok();
    }

    boolean holds(LockRecord claim) throws RemoteException {
        Session.Reply reply = send("GET", LockRecord.path(claim.number()), null);
        return reply.ok()
                && LockRecord.of(reply.metadata()).filter(c -> c.id().equals(claim.id()) && c.held()).isPresent();
    }

    /**
     * Whether it is there and none behind it. The names are all that is asked for: with the lease itself the server
     * looks for all that uses it.
     */
    boolean isLast(LockRecord claim) throws RemoteException {
        Session.Reply reply = send("GET", ALL, null);
        if (!reply.ok()) return false;
        List<Long> numbers = reply.metadata().valueStream().map(url -> LockRecord.number(url.asText())).toList();
        if (!numbers.contains(claim.number())) return false;
        for (long number : numbers) if (number > claim.number() && isClaim(number)) return false;
        return true;
    }

    private boolean isClaim(long number) throws RemoteException {
        Session.Reply reply = send("GET", LockRecord.path(number), null);
        return reply.ok() ? LockRecord.of(reply.metadata()).isPresent() : reply.status() != GONE;
    }

    private Optional<String> told(String method, String path, JsonNode body) throws RemoteException {
        String call = method + " " + path;
        trace.sent(member, call, body);
        try {
            Session.Reply reply = send(method, path, body);
            trace.answered(member, call, reply.status(), reply.error());
            return reply.ok() ? Optional.empty() : Optional.of(reply.error());
        } catch (RemoteException e) {
            trace.answered(member, call, 0, "no answer: " + e.getMessage());
            throw e;
        }
    }

    private Session.Reply send(String method, String path, JsonNode body) throws RemoteException {
        return AclRequest.send(way.open(), method, path, body, null);
    }
}
