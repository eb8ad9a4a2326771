package mcnet.ssh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import mcnet.ssh.RemoteException.Kind;

/**
 * Work with several machines at the same time. One platform thread for each: virtual ones cost 300 ms at the end of the
 * process, because the JVM waits for their poller.
 */
final class ParallelTasks {

    /** What is done with each. */
    interface Work {
        void with(Endpoint endpoint) throws RemoteException;
    }

    private ParallelTasks() {}

    /** @throws UnreachableException if the work failed with some; the others have been finished */
    static void each(Collection<Endpoint> endpoints, Work work) throws UnreachableException {
        SequencedMap<Endpoint, RemoteException> failures = failures(endpoints, work);
        if (!failures.isEmpty()) throw new UnreachableException(List.copyOf(failures.values()));
    }

    /** With which the work failed, in their order; the others have been finished. */
    static SequencedMap<Endpoint, RemoteException> failures(Collection<Endpoint> endpoints, Work work) {
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
        SequencedMap<Endpoint, RemoteException> ordered = new LinkedHashMap<>();
        for (Endpoint endpoint : endpoints)
            if (failures.containsKey(endpoint)) ordered.put(endpoint, failures.get(endpoint));
        return ordered;
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
