package mcnet.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import mcnet.remote.RemoteException.Kind;

/**
 * Work with several machines at the same time. One platform thread for each: virtual ones cost 300 ms at the end of the
 * process, because the JVM waits for their poller.
 */
final class SideBySide {

    /** What is done with each. */
    interface Work {
        void with(Endpoint endpoint) throws RemoteException;
    }

    private SideBySide() {}

    /** @throws FleetException if the work failed with some; the others have been finished */
    static void each(Collection<Endpoint> endpoints, Work work) throws FleetException {
        Map<Endpoint, RemoteException> failures = new ConcurrentHashMap<>();
        AtomicReference<Error> error = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            threads.add(Thread.ofPlatform().name(endpoint.name()).start(() -> {
                try {
                    work.with(endpoint);
                } catch (RemoteException e) {
                    failures.put(endpoint, e);
                } catch (RuntimeException e) {
                    failures.put(endpoint, new RemoteException(Kind.BROKEN, endpoint, e.toString(), e));
                } catch (Error e) {
                    error.set(e);
                }
            }));
        }
        join(threads);
        if (error.get() != null) throw error.get();
        if (!failures.isEmpty())
            throw new FleetException(endpoints.stream().filter(failures::containsKey).map(failures::get).toList());
    }

    static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
