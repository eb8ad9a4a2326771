package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.ssh.Connections;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;
import mcnet.ssh.Timeouts;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;

/** The way of one caller to the model. */
public record ModelConnections(ModelServer server, Caller caller) implements Connections {

    @Override
    public Replies ask(Map<String, ? extends Collection<Question>> questions) throws UnreachableException {
        Map<String, Map<Question, Answer>> answers = new HashMap<>();
        try {
            for (Map.Entry<String, ? extends Collection<Question>> asked : questions.entrySet())
                answers.put(asked.getKey(), member(asked.getKey()).ask(asked.getValue()));
        } catch (RemoteException e) {
            throw new UnreachableException(List.of(e));
        }
        return new Replies(answers, Map.of());
    }

    @Override
    public Session member(String name) {
        return new ModelSession(name, server, caller);
    }

    @Override
    public Session beside(String name) {
        return member(name);
    }

    @Override
    public Timeouts timeouts(String name) {
        return Timeouts.DEFAULT;
    }

    @Override
    public void close() {}

    /** A failure of the way. */
    static RemoteException broken(String member) {
        Endpoint endpoint = new Endpoint(member, member, 22,
                new Credentials("root", List.of(), true, true, Optional.empty()),
                new HostIdentity(member, List.of(), Optional.empty()), Optional.empty(), Optional.empty(), false,
                Timeouts.DEFAULT);
        return new RemoteException(RemoteException.Kind.UNSURE, endpoint, "the caller is gone", null);
    }

    private record ModelSession(String member, ModelServer server, Caller caller) implements Session {

        @Override
        public Map<Question, Answer> ask(Collection<Question> questions) throws RemoteException {
            Map<Question, Answer> answers = new LinkedHashMap<>();
            for (Question question : questions) {
                caller.sends(question.text());
                answers.put(question, server.answer(member, question, caller));
                caller.hears(question.text());
            }
            return answers;
        }

        @Override
        public Reply request(String method, String path, JsonNode body, String ifMatch) throws RemoteException {
            String call = method + " " + path;
            caller.sends(call);
            Reply reply = server.request(member, method, path, body, ifMatch, caller);
            caller.hears(call);
            return reply;
        }

        @Override
        public Ran run(List<String> command) throws RemoteException {
            String call = String.join(" ", command);
            caller.sends(call);
            Ran ran = server.run(member, command);
            caller.hears(call);
            return ran;
        }

        @Override
        public void close() {}
    }
}
