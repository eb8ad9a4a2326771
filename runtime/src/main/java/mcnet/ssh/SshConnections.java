package mcnet.ssh;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.transport.TrafficCounter;

/** The members of a cluster, reached by SSH. */
public final class SshConnections implements Connections {
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<Endpoint, SshSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, SshSession> besides = new ConcurrentHashMap<>();
    /** One run sees a machine either away or there: what is planned without it is done without it. */
    private final Map<String, RemoteException> unreached = new ConcurrentHashMap<>();
    private final TrafficCounter tally;
    private final Dialer dialer;

    private SshConnections(List<Endpoint> endpoints, TrafficCounter tally) {
        for (Endpoint endpoint : endpoints) this.endpoints.put(endpoint.name(), endpoint);
        this.tally = tally;
        this.dialer = new Dialer(tally);
    }

    /** Members that can be asked only. */
    public static ReadOnlyConnections reading(List<Endpoint> endpoints, TrafficCounter tally) {
        return new SshConnections(endpoints, tally);
    }

    /** Members that can be changed. */
    public static Connections writing(List<Endpoint> endpoints, TrafficCounter tally) {
        return new SshConnections(endpoints, tally);
    }

    @Override
    public Replies ask(Map<String, ? extends Collection<Question>> questions) throws UnreachableException {
        Map<String, Map<Question, Answer>> answers = new ConcurrentHashMap<>();
        List<Endpoint> asked = endpoints.values().stream()
                .filter(e -> questions.containsKey(e.name()) && !unreached.containsKey(e.name())).toList();
        SequencedMap<Endpoint, RemoteException> failures = ParallelTasks.failures(asked,
                e -> answers.put(e.name(), ask(e, questions.get(e.name()))));
        if (!failures.values().stream().allMatch(f -> f.kind().isAbsence()))
            throw new UnreachableException(List.copyOf(failures.values()));
        failures.forEach((endpoint, failure) -> unreached.put(endpoint.name(), failure));
        if (unreached.keySet().containsAll(endpoints.keySet()))
            throw new UnreachableException(endpoints.keySet().stream().map(unreached::get).toList());
        return new Replies(answers, Map.copyOf(unreached));
    }

    /** A question does no harm when it is asked twice, so a broken connection gets a second chance. */
    private Map<Question, Answer> ask(Endpoint endpoint, Collection<Question> questions) throws RemoteException {
        try {
            return session(endpoint).ask(questions);
        } catch (RemoteException e) {
            if (e.kind() != Kind.BROKEN) throw e;
            forget(endpoint);
            return session(endpoint).ask(questions);
        }
    }

    @Override
    public Session member(String name) throws RemoteException {
        return session(endpoints.get(name));
    }

    @Override
    public Session beside(String name) throws RemoteException {
        SshSession session = session(endpoints.get(name));
        return besides.compute(name,
                (_, beside) -> beside != null && beside.sharesWith(session) ? beside : session.beside());
    }

    @Override
    public Timeouts timeouts(String name) {
        return endpoints.get(name).timeouts();
    }

    private SshSession session(Endpoint endpoint) throws RemoteException {
        SshSession session = sessions.get(endpoint);
        if (session != null && session.alive()) return session;
        forget(endpoint);
        session = new SshSession(endpoint, dialer.dial(endpoint), tally);
        sessions.put(endpoint, session);
        return session;
    }

    private void forget(Endpoint endpoint) {
        SshSession session = sessions.remove(endpoint);
        if (session != null) session.close();
    }

    @Override
    public void close() {
        List<Thread> threads = new ArrayList<>();
        for (SshSession session : sessions.values()) threads.add(Thread.ofPlatform().start(session::close));
        ParallelTasks.join(threads);
        sessions.clear();
        dialer.close();
    }
}
