package mcnet.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.auth.Keyring;
import mcnet.ssh.hostkeys.HostKeyVerification;
import mcnet.ssh.transport.CommandSocket;
import mcnet.ssh.transport.CountingSocket;
import mcnet.ssh.transport.Deadline;
import mcnet.ssh.transport.ServerGreeting;
import mcnet.ssh.transport.TrafficCounter;
import mcnet.ssh.transport.UnconnectedSocketFactory;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import net.schmizz.sshj.userauth.method.AuthMethod;

/**
 * Logs in to machines: host key first, then one of the user's keys. Machines on the way to others are logged in to once
 * and shared, as many servers take only a few new connections at a time.
 */
final class Dialer implements AutoCloseable {
    /** How long a channel or an answer of SSH itself may take, the work behind it left out. */
    private static final int PROTOCOL_MILLIS = 30_000;
    /** Questions that may stay without an answer within the time for it. */
    private static final int KEEP_ALIVES = 2;

    static {
        // Its signed jar costs 180 ms at each start; the JDK has all that current keys and servers need.
        SecurityUtils.setRegisterBouncyCastle(false);
    }

    private final TrafficCounter tally;
    private final Keyring keyring = new Keyring();
    private final Map<Endpoint, SSHClient> onTheWay = new HashMap<>();

    Dialer(TrafficCounter tally) {
        this.tally = tally;
    }

    SSHClient dial(Endpoint to) throws RemoteException {
        LoginAttempt attempt = attempt(to);
        SSHClient client = attempt.client();
        HostKeyVerification hostKeys = HostKeyVerification.load(to);
        List<Path> locked = new ArrayList<>();
        try {
            List<AuthMethod> offers = keyring.offers(to, client, locked);
            if (to.login().chosen() && offers.isEmpty() && !locked.isEmpty()) throw locked(to, locked, null);
            open(client, to, hostKeys);
            client.getConnection().setTimeoutMs(PROTOCOL_MILLIS);
            attempt.offers(offers);
            client.auth(to.user(), offers);
            tally.connected();
            return client;
        } catch (IOException e) {
            hangUp(client);
            RemoteException reason = attempt.failure(e, hostKeys);
            throw reason.kind() == Kind.REFUSED && !locked.isEmpty() ? locked(to, locked, e) : reason;
        }
    }

    /**
     * Looks which key a machine shows, without logging in.
     *
     * @throws RemoteException also if it is another key than the one it is known by
     */
    HostKeyScan.Result look(Endpoint to) throws RemoteException {
        LoginAttempt attempt = attempt(to);
        SSHClient client = attempt.client();
        HostKeyVerification hostKeys = HostKeyVerification.load(to);
        try {
            open(client, to, hostKeys);
        } catch (IOException e) {
            if (hostKeys.refusal() != Kind.UNKNOWN_KEY) throw attempt.failure(e, hostKeys);
        } finally {
            hangUp(client);
        }
        return new HostKeyScan.Result(to, hostKeys.shown(), hostKeys.refusal() == null);
    }

    private LoginAttempt attempt(Endpoint to) throws RemoteException {
        DefaultConfig config = new DefaultConfig();
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        // A certificate is held against the name by which the host is known, not against the address that is dialled.
        config.setVerifyHostKeyCertificates(false);
        to.config().algorithms().restrict(config, to);
        ServerGreeting greeting = new ServerGreeting();
        SSHClient client = new SSHClient(config);
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        keepAlive.setKeepAliveInterval(Math.max(1, (int) to.timeouts().idle().toSeconds() / (KEEP_ALIVES + 1)));
        keepAlive.setMaxAliveCount(KEEP_ALIVES);
        client.setSocketFactory(new UnconnectedSocketFactory(() -> socket(to, greeting)));
        client.setConnectTimeout((int) to.timeouts().connect().toMillis());
        client.getTransport().setTimeoutMs(PROTOCOL_MILLIS);
        return new LoginAttempt(to, client, greeting);
    }

    private Socket socket(Endpoint to, ServerGreeting greeting) throws IOException {
        if (to.proxyCommand().isPresent()) return new CommandSocket(to.proxyCommand().get());
        Socket socket = new CountingSocket(tally, greeting);
        if (to.config().bindAddress().isPresent()) bind(socket, to.config().bindAddress().get(), to);
        return socket;
    }

    private static void bind(Socket socket, String address, Endpoint to) throws IOException {
        try {
            socket.bind(new InetSocketAddress(address, 0));
        } catch (SocketException e) {
            throw new RemoteException(Kind.BAD_CONFIG, to,
                    "ssh's BindAddress " + address + " is not an address of this machine", e);
        }
    }

    private void open(SSHClient client, Endpoint to, HostKeyVerification hostKeys) throws IOException {
        client.addHostKeyVerifier(hostKeys);
        DirectConnection through = to.via().isPresent() ? through(to.via().get(), to) : null;
        Deadline deadline = new Deadline(to.timeouts().connect(), () -> drop(client, through));
        try (deadline) {
            if (through == null) client.connect(to.host(), to.port());
            else
                client.connectVia(through);
        } catch (IOException e) {
            if (!deadline.passed()) throw e;
            throw new RemoteException(Kind.UNREACHABLE, to,
                    "no SSH server answered within " + deadline.after().toSeconds() + " s", e);
        }
    }

    /** A connection from the machine on the way to the one behind it. */
    private DirectConnection through(Endpoint via, Endpoint to) throws RemoteException {
        try {
            return onTheWay(via).newDirectConnection(to.host(), to.port());
        } catch (OpenFailException e) {
            if (e.getReason() == OpenFailException.Reason.ADMINISTRATIVELY_PROHIBITED)
                throw new RemoteException(Kind.NO_FORWARDING, via, "it is not allowed to connect to " + to.host(), e);
            throw new RemoteException(Kind.UNREACHABLE, to, via.name() + " cannot reach it: " + e.getMessage(), e);
        } catch (RemoteException e) {
            throw e;
        } catch (IOException e) {
            throw RemoteException.of(Kind.BROKEN, via, e);
        }
    }

    private synchronized SSHClient onTheWay(Endpoint via) throws RemoteException {
        SSHClient client = onTheWay.get(via);
        if (client == null || !client.getTransport().isRunning()) {
            client = dial(via);
            onTheWay.put(via, client);
        }
        return client;
    }

    private static void drop(SSHClient client, DirectConnection through) {
        try {
            if (through != null) through.close();
            else if (client.getSocket() != null) client.getSocket().close();
        } catch (IOException ignored) {
            // It is given up in any case.
        }
    }

    static void hangUp(SSHClient client) {
        try {
            client.close();
        } catch (IOException ignored) {
            // The connection is given up in any case.
        }
    }

    private static RemoteException locked(Endpoint to, List<Path> locked, Exception cause) {
        String files = locked.stream().map(Path::toString).collect(Collectors.joining(", "));
        return new RemoteException(Kind.LOCKED_IDENTITY, to,
                files + " needs a passphrase, and there is no terminal to ask for"
                        + " it",
                locked.getFirst().toString(), cause);
    }

    @Override
    public synchronized void close() {
        onTheWay.values().forEach(Dialer::hangUp);
        onTheWay.clear();
    }
}
