package mcnet.apply.lease;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mcnet.observe.Trace;
import mcnet.remote.AclRequest;
import mcnet.remote.RemoteException;
import mcnet.remote.Writing;

/** The leases in a cluster, through one of its members. */
final class Claims {
    private static final String ALL = "/1.0/network-acls";
    private static final int GONE = 404;

    /** The connection; anew for each call, as the last one may have broken. */
    interface Way {
        Writing open() throws RemoteException;
    }

    private final String member;
    private final Way way;
    private final Trace trace;

    /** @param trace is told of what is created, freed and removed, not of renewals */
    Claims(String member, Way way, Trace trace) {
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
    record Standing(List<Claim> claims, Set<Long> taken) {

        Optional<Claim> highest() {
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
     * @throws NotTaken where the server does not tell
     */
    Standing standing() throws NotTaken, RemoteException {
        Writing.Reply names = send("GET", ALL, null);
        if (!names.ok()) throw NotTaken.because(names.error());
        Set<Long> taken = new TreeSet<>();
        names.metadata().forEach(url -> taken.add(Claim.number(url.asText())));
        taken.remove(0L);
        List<Claim> claims = new ArrayList<>();
        for (long number : taken) {
            Writing.Reply one = send("GET", Claim.path(number), null);
            if (one.ok()) Claim.of(one.metadata()).ifPresent(claims::add);
            else if (one.status() != GONE) throw NotTaken.because(one.error());
        }
        return new Standing(claims, taken);
    }

    /** @return LXD's refusal, or nothing; that another was first is one */
    Optional<String> create(Claim claim) throws RemoteException {
        return told("POST", ALL, claim.named());
    }

    /** Also where nobody can be told of it: a full disk may not keep the lease. */
    void free(Claim claim) throws RemoteException {
        try {
            told("PUT", Claim.path(claim.number()), claim.free().body());
        } catch (UncheckedIOException e) {
            send("PUT", Claim.path(claim.number()), claim.free().body());
        }
    }

    void remove(long number) throws RemoteException {
        told("DELETE", Claim.path(number), null);
    }

    /** @return whether the lease is there still and this one's */
    boolean renew(Claim claim) throws RemoteException {
        return holds(claim) && send("PUT", Claim.path(claim.number()), claim.body()).ok();
    }

    boolean holds(Claim claim) throws RemoteException {
        Writing.Reply reply = send("GET", Claim.path(claim.number()), null);
        return reply.ok() && Claim.of(reply.metadata()).filter(c -> c.id().equals(claim.id()) && c.held()).isPresent();
    }

    /**
     * Whether it is there and none behind it. The names are all that is asked for: with the lease itself the server
     * looks for all that uses it.
     */
    boolean isLast(Claim claim) throws RemoteException {
        Writing.Reply reply = send("GET", ALL, null);
        if (!reply.ok()) return false;
        List<Long> numbers = reply.metadata().valueStream().map(url -> Claim.number(url.asText())).toList();
        if (!numbers.contains(claim.number())) return false;
        for (long number : numbers) if (number > claim.number() && isClaim(number)) return false;
        return true;
    }

    private boolean isClaim(long number) throws RemoteException {
        Writing.Reply reply = send("GET", Claim.path(number), null);
        return reply.ok() ? Claim.of(reply.metadata()).isPresent() : reply.status() != GONE;
    }

    private Optional<String> told(String method, String path, JsonNode body) throws RemoteException {
        String call = method + " " + path;
        trace.sent(member, call, body);
        try {
            Writing.Reply reply = send(method, path, body);
            trace.answered(member, call, reply.status(), reply.error());
            return reply.ok() ? Optional.empty() : Optional.of(reply.error());
        } catch (RemoteException e) {
            trace.answered(member, call, 0, "no answer: " + e.getMessage());
            throw e;
        }
    }

    private Writing.Reply send(String method, String path, JsonNode body) throws RemoteException {
        return AclRequest.send(way.open(), method, path, body, null);
    }
}
