package mcnet.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.remote.RemoteException.Kind;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;

/** One SSH connection to one member, with a channel to LXD's socket and one shell for each batch of commands. One thread uses it at a time. */
public final class Session implements Writing {
    /** Where LXD listens: as a snap, as Debian's package; and Incus. */
    private static final List<String> SOCKETS = List.of("/var/snap/lxd/common/lxd/unix.socket",
            "/var/lib/lxd/unix.socket", "/var/lib/incus/unix.socket");

    private final Endpoint endpoint;
    private final SSHClient ssh;
    private final Tally tally;
    private LxdHttp lxd;

    private Session(Endpoint endpoint, SSHClient ssh, Tally tally) {
        this.endpoint = endpoint;
        this.ssh = ssh;
        this.tally = tally;
    }

    /** Logs in. The caller closes it. */
    public static Session open(Endpoint endpoint, Tally tally) throws RemoteException {
        return new Session(endpoint, Ssh.connect(endpoint, tally), tally);
    }

    @Override
    public synchronized Map<Question, Answer> ask(Collection<Question> questions) throws RemoteException {
        List<Question.Lxd> requests = questions.stream()
                .filter(Question.Lxd.class::isInstance)
                .map(Question.Lxd.class::cast)
                .distinct()
                .toList();
        List<Question> commands = questions.stream().filter(q -> !(q instanceof Question.Lxd)).distinct().toList();
        tally.turn();
        Map<Question, Answer> answers = new LinkedHashMap<>();
        try {
            Shell shell = commands.isEmpty() ? null : new Shell(ssh.getConnection());
            if (shell != null) shell.request();
            if (!requests.isEmpty()) lxd().send(requests.stream().map(Question.Lxd::path).toList());
            if (shell != null) {
                shell.await();
                shell.run(Script.of(commands));
            }
            receive(requests, answers);
            if (shell != null) receive(commands, shell, answers);
            return answers;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void receive(List<Question.Lxd> requests, Map<Question, Answer> answers) throws IOException {
        for (Question.Lxd request : requests) {
            Reply reply = lxd().receive();
            answers.put(request, new Answer(reply.status(), reply.metadata(), reply.error()));
        }
        tally.requests(requests.size());
    }

    private void receive(List<Question> commands, Shell shell, Map<Question, Answer> answers) throws IOException {
        try (shell) {
            List<Answer> own = Script.answers(shell.out(), shell.err(), commands.size());
            for (int i = 0; i < own.size(); i++) answers.put(commands.get(i), own.get(i));
        }
        tally.commands(commands.size());
    }

    @Override
    public synchronized Reply request(String method, String path, JsonNode body, String ifMatch)
            throws RemoteException {
        try {
            Reply reply = exchange(method, path, body, ifMatch);
            return reply.status() == 202 ? awaitOperation(reply) : reply;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private Reply exchange(String method, String path, JsonNode body, String ifMatch) throws IOException {
        tally.turn();
        tally.requests(1);
        lxd().send(method, path, body, ifMatch);
        return lxd().receive();
    }

    /** Newer servers work in the background and answer with an operation (LXD 6.8 {@code storage_and_network_operations}). */
    private Reply awaitOperation(Reply started) throws IOException {
        Reply ended = exchange("GET", started.metadata().path("operation").asText() + "/wait", null, null);
        JsonNode operation = ended.metadata();
        if (!ended.ok() || operation.path("status_code").asInt() == 200) return ended;
        return new Reply(operation.path("status_code").asInt(), operation,
                operation.path("err").asText("the operation failed"), "");
    }

    @Override
    public synchronized Ran run(List<String> command) throws RemoteException {
        tally.turn();
        tally.commands(1);
        String words = command.stream().map(Script::quote).collect(Collectors.joining(" "));
        try (Shell shell = new Shell(ssh.getConnection())) {
            shell.request();
            shell.await();
            shell.run(Script.of(words));
            String out = shell.out();
            String err = shell.err();
            shell.join();
            return new Ran(shell.getExitStatus() == null ? -1 : shell.getExitStatus(), out, err);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The channel to LXD; all places where its socket may be are tried at once. */
    private LxdHttp lxd() throws IOException {
        if (lxd != null) return lxd;
        List<SocketChannel> channels = new ArrayList<>();
        for (String path : SOCKETS) {
            SocketChannel channel = new SocketChannel(ssh.getConnection(), path);
            channel.request();
            channels.add(channel);
        }
        List<String> refusals = new ArrayList<>();
        for (SocketChannel channel : channels) {
            try {
                channel.await();
                if (lxd == null) lxd = new LxdHttp(channel);
                else
                    channel.close();
            } catch (ConnectionException e) {
                refusals.add(channel.path() + ": " + e.getMessage());
            }
        }
        if (lxd == null) throw new RemoteException(Kind.NO_LXD, endpoint, String.join("; ", refusals), null);
        return lxd;
    }

    private RemoteException broken(IOException e) {
        if (e instanceof RemoteException known) return known;
        return new RemoteException(Kind.BROKEN, endpoint, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }

    @Override
    public void close() {
        Ssh.close(ssh);
    }
}
