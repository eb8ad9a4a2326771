package mcnet.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import mcnet.ssh.hostkeys.HostKeyVerification;
import mcnet.ssh.transport.ServerGreeting;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.transport.TransportException;
import org.junit.jupiter.api.Test;

/** What the network says of a machine that is not reached, in the words of Linux. */
class LoginAttemptTest {
    private final Endpoint micro1 = new Endpoint("micro1", "10.77.0.1", 22,
            new Credentials("root", List.of(Path.of("key")), true, true, Optional.empty()),
            new HostIdentity("10.77.0.1", List.of(), Optional.empty()), Optional.empty(), Optional.empty(), false,
            Timeouts.DEFAULT);

    @Test
    void eachErrorOfTheNetworkIsOneCause() throws IOException {
        assertEquals(Kind.CLOSED_PORT, kind(new ConnectException("Connection refused")));
        assertEquals(Kind.UNREACHABLE, kind(new ConnectException("Connection timed out")));
        assertEquals(Kind.UNREACHABLE, kind(new SocketTimeoutException("Connect timed out")));
        assertEquals(Kind.NO_ROUTE, kind(new NoRouteToHostException("No route to host")));
        assertEquals(Kind.NO_ROUTE, kind(new NoRouteToHostException("Host is unreachable")));
        assertEquals(Kind.NO_ROUTE, kind(new ConnectException("Network is unreachable")));
        assertEquals(Kind.NO_ROUTE, kind(new SocketException("Host is down")));
        assertEquals(Kind.UNKNOWN_HOST, kind(new UnknownHostException("nowhere")));
        assertEquals(Kind.TURNED_AWAY, kind(new SocketException("Connection reset")));
        assertEquals(Kind.TURNED_AWAY,
                kind(new TransportException(new SocketException("Connection reset by peer"))));
        assertEquals(Kind.TURNED_AWAY, kind(
                new TransportException("Server closed connection during identification exchange")));
        assertEquals(Kind.NO_ALGORITHM, kind(new TransportException(DisconnectReason.KEY_EXCHANGE_FAILED,
                "Unable to reach a settlement of Client2ServerCipherAlgorithms: [a, b] and [c]")));
    }

    private Kind kind(IOException e) throws IOException {
        SSHClient client = new SSHClient(new DefaultConfig());
        return new LoginAttempt(micro1, client, new ServerGreeting()).failure(e, HostKeyVerification.load(micro1))
                .kind();
    }
}
