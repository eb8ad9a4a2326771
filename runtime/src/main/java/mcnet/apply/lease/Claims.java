package mcnet.apply.lease;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import mcnet.observe.Trace;
import mcnet.remote.RemoteException;
import mcnet.remote.Writing;

/** The leases in a cluster, through one of its members. */
final class Claims {
    private static final String ALL = "/1.0/network-acls";

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

    /** The highest one last. */
    List<Claim> all() throws RemoteException {
        JsonNode acls = way.open().request("GET", ALL + "?recursion=1", null, null).metadata();
        return StreamSupport.stream(acls.spliterator(), false)
                .map(Claim::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(Claim::number))
                .toList();
    }

    /** @return LXD's refusal, or nothing; that another was first is one */
    Optional<String> create(Claim claim) throws RemoteException {
        return told("POST", ALL, claim.named());
    }

    void free(Claim claim) throws RemoteException {
        told("PUT", Claim.path(claim.number()), claim.free().body());
    }

    void remove(long number) throws RemoteException {
        told("DELETE", Claim.path(number), null);
    }

    /** @return whether the lease is there still and this one's */
    boolean renew(Claim claim) throws RemoteException {
        return holds(claim) && way.open().request("PUT", Claim.path(claim.number()), claim.body(), null).ok();
    }

    boolean holds(Claim claim) throws RemoteException {
        Writing.Reply reply = way.open().request("GET", Claim.path(claim.number()), null, null);
        return reply.ok() && Claim.of(reply.metadata()).filter(c -> c.id().equals(claim.id()) && c.held()).isPresent();
    }

    /**
     * Whether it is there and none behind it. The names are all that is asked for: with the lease itself the server
     * looks for all that uses it.
     */
    boolean isLast(Claim claim) throws RemoteException {
        Writing.Reply reply = way.open().request("GET", ALL, null, null);
        return reply.ok() && reply.metadata().valueStream().mapToLong(url -> Claim.number(url.asText())).max()
                .orElse(0) == claim.number();
    }

    private Optional<String> told(String method, String path, JsonNode body) throws RemoteException {
        String call = method + " " + path;
        trace.sent(member, call, body);
        try {
            Writing.Reply reply = way.open().request(method, path, body, null);
            trace.answered(member, call, reply.status(), reply.error());
            return reply.ok() ? Optional.empty() : Optional.of(reply.error());
        } catch (RemoteException e) {
            trace.answered(member, call, 0, "no answer: " + e.getMessage());
            throw e;
        }
    }
}
