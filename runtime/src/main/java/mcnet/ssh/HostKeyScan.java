package mcnet.ssh;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mcnet.ssh.hostkeys.HostKey;
import mcnet.ssh.transport.TrafficCounter;

/** Makes the acquaintance of machines: which key each shows, and whether it is known. */
public final class HostKeyScan implements AutoCloseable {
    private final Dialer dialer = new Dialer(new TrafficCounter());

    /**
     * What a machine showed.
     *
     * @param known whether known_hosts or a pin has this key
     */
    public record Result(Endpoint endpoint, HostKey key, boolean known) {}

    /**
     * Asks all of them at once. It logs in to none but those on the way to others.
     *
     * @throws UnreachableException if some do not answer, or show another key than the one they are known by
     */
    public List<Result> of(List<Endpoint> endpoints) throws UnreachableException {
        Map<Endpoint, Result> shown = new ConcurrentHashMap<>();
        ParallelTasks.each(endpoints, endpoint -> shown.put(endpoint, dialer.look(endpoint)));
        return endpoints.stream().map(shown::get).toList();
    }

    @Override
    public void close() {
        dialer.close();
    }
}
