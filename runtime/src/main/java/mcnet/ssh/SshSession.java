package mcnet.ssh;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.observe.Answer;
import mcnet.observe.Question;
import mcnet.product.Product;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.transport.AnswerLimit;
import mcnet.ssh.transport.Curl;
import mcnet.ssh.transport.Deadline;
import mcnet.ssh.transport.HttpSocket;
import mcnet.ssh.transport.LxdHttp;
import mcnet.ssh.transport.NotStartedException;
import mcnet.ssh.transport.Script;
import mcnet.ssh.transport.Shell;
import mcnet.ssh.transport.TrafficCounter;
import mcnet.ssh.transport.UnixSocketChannel;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.ConnectionException;

/**
 * One SSH connection to one member, with one shell for each batch of commands and a channel to LXD's socket. Where the
 * server opens none, because it may not or because the user may not, curl in the shell asks LXD instead. One thread uses
 * it at a time.
 */
final class SshSession implements Session {
    private final Endpoint endpoint;
    private final SSHClient ssh;
    private final TrafficCounter tally;
    private final Script script;
    private LxdHttp lxd;
    private boolean byCurl;

    /** @param ssh logged in */
    SshSession(Endpoint endpoint, SSHClient ssh, TrafficCounter tally) {
        this.endpoint = endpoint;
        this.ssh = ssh;
        this.tally = tally;
        this.script = endpoint.user().equals("root") ? Script.asRoot() : Script.bySudo(endpoint.sudo());
        this.byCurl = endpoint.sudo();
    }

    /** Another one over the same connection, with channels of its own; it ends with this one. */
    SshSession beside() {
        return new SshSession(endpoint, ssh, tally);
    }

    boolean sharesWith(SshSession other) {
        return ssh == other.ssh;
    }

    boolean alive() {
        return ssh.getTransport().isRunning();
    }

    @Override
    public synchronized Map<Question, Answer> ask(Collection<Question> questions) throws RemoteException {
        List<Question.Lxd> requests = questions.stream()
                .filter(Question.Lxd.class::isInstance)
                .map(Question.Lxd.class::cast)
                .distinct()
                .toList();
        List<Question> commands = questions.stream().filter(q -> !(q instanceof Question.Lxd)).distinct().toList();
        return reading(() -> ask(requests, commands));
    }

    private Map<Question, Answer> ask(List<Question.Lxd> requests, List<Question> commands) throws IOException {
        tally.turn();
        Shell shell = commands.isEmpty() ? null : shell();
        if (!requests.isEmpty()) reachLxd();
        List<String> paths = requests.stream().map(Question.Lxd::path).toList();
        List<String> lines = new ArrayList<>(commands.stream().map(Script::command).toList());
        boolean curl = byCurl && !requests.isEmpty();
        if (curl) {
            lines.addFirst(Script.lxd(Curl.gets(paths)));
            if (shell == null) shell = shell();
        } else if (!requests.isEmpty()) {
            lxd.send(paths);
        }
        if (shell != null) {
            shell.await();
            shell.run(script.of(lines));
        }
        List<Reply> replies = new ArrayList<>();
        AnswerLimit allowance = new AnswerLimit();
        if (!curl) for (Question.Lxd _ : requests) replies.add(lxd.receive(allowance));
        List<Script.Part> parts = shell == null ? List.of() : parts(shell, lines.size(), allowance);
        if (curl) replies = replies(parts.getFirst(), requests.size());
        tally.requests(requests.size());
        tally.commands(commands.size());
        return answers(requests, replies, commands, curl ? parts.subList(1, parts.size()) : parts);
    }

    private Map<Question, Answer> answers(List<Question.Lxd> requests, List<Reply> replies, List<Question> commands,
            List<Script.Part> parts) throws IOException {
        Map<Question, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < requests.size(); i++) {
            Reply reply = replies.get(i);
            answers.put(requests.get(i), new Answer(reply.status(), reply.metadata(), reply.error()));
        }
        for (int i = 0; i < commands.size(); i++) {
            if (parts.get(i).forbidden()) throw forbidden(Kind.NO_RIGHT_TO_OVS, parts.get(i));
            answers.put(commands.get(i), Script.answer(parts.get(i)));
        }
        return answers;
    }

    @Override
    public synchronized Reply request(String method, String path, JsonNode body, String ifMatch)
            throws RemoteException {
        reading(() -> {
            reachLxd();
            return null;
        });
        Work<Reply> work = () -> {
            Reply reply = exchange(method, path, body, ifMatch);
            return reply.status() == 202 ? awaitOperation(reply) : reply;
        };
        return method.equals("GET") ? reading(work) : writing(work);
    }

    private Reply exchange(String method, String path, JsonNode body, String ifMatch) throws IOException {
        tally.turn();
        tally.requests(1);
        if (byCurl) return replies(run(Script.lxd(Curl.one(method, path, body, ifMatch))), 1).getFirst();
        lxd.send(method, path, body, ifMatch);
        return lxd.receive(new AnswerLimit());
    }

    /**
     * Newer servers work in the background and answer with an operation (LXD 6.8 {@code storage_and_network_operations}),
     * which they forget a few seconds after its end ({@code lxd/operations/operations.go}): who asks too late learns
     * nothing. Asked for its end they answer 200 before they know it, so that an error in such an answer is the operation's
     * ({@code lxd/operations.go operationWaitGet}), and one with a status of its own is the question's.
     */
    private Reply awaitOperation(Reply started) throws IOException {
        Reply ended = exchange("GET", started.metadata().path("operation").asText() + "/wait", null, null);
        JsonNode operation = ended.metadata();
        if (!ended.ok() && ended.http() == 200) return ended;
        if (!ended.ok())
            throw new RemoteException(Kind.END_UNKNOWN, endpoint, "when asked for the result of its operation,"
                    + " LXD answered \""
                    + ended.error() + "\"", null);
        if (operation.path("status_code").asInt() == 200) return ended;
        return new Reply(operation.path("status_code").asInt(), ended.http(), operation,
                operation.path("err").asText("the operation failed"), "");
    }

    @Override
    public synchronized Ran run(List<String> command) throws RemoteException {
        tally.turn();
        tally.commands(1);
        String words = command.stream().map(Script::quote).collect(Collectors.joining(" "));
        Script.Part part = writing(() -> {
            Script.Part ran = run(words);
            if (ran.forbidden()) throw forbidden(Kind.NO_RIGHT_TO_OVS, ran);
            return ran;
        });
        return new Ran(part.exit(), part.out(), part.err());
    }

    private Shell shell() throws IOException {
        Shell shell = new Shell(ssh.getConnection());
        shell.request();
        return shell;
    }

    private Script.Part run(String line) throws IOException {
        Shell shell = shell();
        shell.await();
        shell.run(script.of(List.of(line)));
        return parts(shell, 1, new AnswerLimit()).getFirst();
    }

    private List<Script.Part> parts(Shell shell, int count, AnswerLimit allowance) throws IOException {
        try {
            return script.parts(shell.out(allowance), shell.err(allowance), count);
        } catch (NotStartedException e) {
            throw new RemoteException(Kind.NO_SHELL, endpoint, e.getMessage(), e);
        } finally {
            shell.end();
        }
    }

    /** Opens LXD's socket, all places where it may be at once; where none opens, curl is what is left. */
    private void reachLxd() throws IOException {
        if (byCurl || lxd != null && lxd.isOpen()) return;
        lxd = null;
        List<UnixSocketChannel> channels = new ArrayList<>();
        for (String path : Product.sockets()) {
            UnixSocketChannel channel = new UnixSocketChannel(ssh.getConnection(), path);
            channel.request();
            channels.add(channel);
        }
        for (UnixSocketChannel channel : channels) {
            try {
                channel.await();
                if (lxd == null) lxd = new LxdHttp(new HttpSocket(channel));
                else
                    channel.close();
            } catch (ConnectionException e) {
                if (!alive()) throw e;
            }
        }
        byCurl = lxd == null;
    }

    /** What curl brought. */
    private List<Reply> replies(Script.Part curl, int count) throws IOException {
        List<Reply> replies = Curl.replies(curl.out());
        if (replies.size() == count) return replies;
        if (curl.err().contains("curl: not found") || curl.err().contains("curl: command not found"))
            throw new RemoteException(Kind.NO_CURL, endpoint, curl.err(), null);
        if (curl.forbidden()) throw forbidden(Kind.NO_RIGHT_TO_LXD, curl);
        if (curl.exit() == Curl.COULD_NOT_CONNECT) throw new RemoteException(Kind.NO_LXD, endpoint, curl.err(), null);
        throw new IOException(curl.err());
    }

    private RemoteException forbidden(Kind kind, Script.Part part) throws IOException {
        List<String> rights = run(Script.RIGHTS).out().lines().toList();
        List<String> programs = rights.stream().filter(line -> line.startsWith("/")).toList();
        String group = rights.stream().filter(line -> !line.startsWith("/")).findFirst().orElse(Product.LXD.group());
        String sudoers = endpoint.user() + " ALL=(root) NOPASSWD: " + String.join(", ", programs);
        return switch (kind) {
            case NO_RIGHT_TO_LXD -> new RemoteException(kind, endpoint,
                    "it is not in group " + group + ", and sudo -n curl fails: " + part.err(),
                    "usermod -aG " + ShellWords.quoted(group) + " " + ShellWords.quoted(endpoint.user())
                            + ", or a line in /etc/sudoers.d/mcnet: " + sudoers,
                    null);
            default -> new RemoteException(kind, endpoint, "sudo -n fails: " + part.err(), sudoers, null);
        };
    }

    /** Something that waits for the member. */
    private interface Work<T> {
        T get() throws IOException;
    }

    private <T> T reading(Work<T> work) throws RemoteException {
        return within(endpoint.timeouts().read(), Kind.LATE, Kind.BROKEN, work);
    }

    private <T> T writing(Work<T> work) throws RemoteException {
        return within(endpoint.timeouts().write(), Kind.UNSURE, Kind.UNSURE, work);
    }

    private <T> T within(Duration limit, Kind late, Kind broken, Work<T> work) throws RemoteException {
        Deadline deadline = new Deadline(limit, () -> ssh.getTransport().die(new IOException("no answer in time")));
        try (deadline) {
            return work.get();
        } catch (RemoteException e) {
            throw e;
        } catch (AnswerLimit.Exceeded e) {
            throw RemoteException.of(broken == Kind.BROKEN ? Kind.TOO_LARGE : broken, endpoint, e);
        } catch (IOException e) {
            if (!deadline.passed()) throw RemoteException.of(broken, endpoint, e);
            throw new RemoteException(late, endpoint, "no answer within " + limit.toSeconds() + " s", e);
        }
    }

    @Override
    public void close() {
        Dialer.hangUp(ssh);
    }
}
