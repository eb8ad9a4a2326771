package mcnet.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mcnet.observe.Answer;
import mcnet.observe.Question;

/**
 * The members of a cluster. One platform thread for each: virtual ones cost 300 ms at the end of the process, because
 * the JVM waits for their poller.
 */
public final class Fleet implements Asking {
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Tally tally;

    private Fleet(List<Endpoint> endpoints, Tally tally) {
        for (Endpoint endpoint : endpoints) this.endpoints.put(endpoint.name(), endpoint);
        this.tally = tally;
    }

    /** Members that can be asked only. */
    public static Asking reading(List<Endpoint> endpoints, Tally tally) {
        return new Fleet(endpoints, tally);
    }

    /** Members that can be changed. */
    public static Fleet writing(List<Endpoint> endpoints, Tally tally) {
        return new Fleet(endpoints, tally);
    }

    @Override
    public Map<String, Map<Question, Answer>> ask(Map<String, ? extends Collection<Question>> questions)
            throws FleetException {
        Map<String, Map<Question, Answer>> answers = new ConcurrentHashMap<>();
        Map<String, RemoteException> failures = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        questions.forEach((name, own) -> threads.add(Thread.ofPlatform().name("ask " + name).start(() -> {
            try {
                answers.put(name, session(name).ask(own));
            } catch (RemoteException e) {
                failures.put(name, e);
            } catch (RuntimeException e) {
                failures.put(name,
                        new RemoteException(RemoteException.Kind.BROKEN, endpoints.get(name), e.toString(), e));
            }
        })));
        join(threads);
        if (!failures.isEmpty()) {
            throw new FleetException(
                    endpoints.keySet().stream().filter(failures::containsKey).map(failures::get).toList());
        }
        return answers;
    }

    /** The connection to a member, through which it can be changed. */
    public Writing member(String name) throws RemoteException {
        return session(name);
    }

    private Session session(String name) throws RemoteException {
        Session session = sessions.get(name);
        if (session == null) {
            session = Session.open(endpoints.get(name), tally);
            sessions.put(name, session);
        }
        return session;
    }

    private static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        List<Thread> threads = new ArrayList<>();
        for (Session session : sessions.values()) threads.add(Thread.ofPlatform().start(session::close));
        join(threads);
        sessions.clear();
    }
}
