package mcnet.remote;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the acquaintance of machines: which key each shows, and whether it is known. */
public final class Introductions implements AutoCloseable {
    private final Dialer dialer = new Dialer(new Tally());

    /**
     * What a machine showed.
     *
     * @param known whether known_hosts or a pin has this key
     */
    public record Shown(Endpoint endpoint, HostKey key, boolean known) {}

    /**
     * Asks all of them at once. It logs in to none but those on the way to others.
     *
     * @throws FleetException if some do not answer, or show another key than the one they are known by
     */
    public List<Shown> of(List<Endpoint> endpoints) throws FleetException {
        Map<Endpoint, Shown> shown = new ConcurrentHashMap<>();
        SideBySide.each(endpoints, endpoint -> shown.put(endpoint, dialer.look(endpoint)));
        return endpoints.stream().map(shown::get).toList();
    }

    @Override
    public void close() {
        dialer.close();
    }
}
