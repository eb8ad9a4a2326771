package mcnet.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.remote.RemoteException.Kind;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthMethod;

/** Logs in to a machine: host key first, then one of the user's keys. */
final class Ssh {
    private static final int CONNECT_MILLIS = 10_000;
    /** How long a channel or an answer of SSH itself may take. */
    private static final int PROTOCOL_MILLIS = 30_000;

    static {
        // Its signed jar costs 180 ms at each start; the JDK has all that current keys and servers need.
        SecurityUtils.setRegisterBouncyCastle(false);
    }

    private Ssh() {}

    static SSHClient connect(Endpoint endpoint, Tally tally) throws RemoteException {
        SSHClient client = new SSHClient(new DefaultConfig());
        client.setSocketFactory(CountingSocket.factory(tally));
        client.setConnectTimeout(CONNECT_MILLIS);
        HostKeys hostKeys = HostKeys.load(endpoint);
        client.addHostKeyVerifier(hostKeys);
        try {
            client.getTransport().setTimeoutMs(PROTOCOL_MILLIS);
            client.connect(endpoint.host(), endpoint.port());
            client.getConnection().setTimeoutMs(PROTOCOL_MILLIS);
            client.auth(endpoint.user(), keys(client, endpoint));
            tally.connected();
            return client;
        } catch (IOException e) {
            close(client);
            throw explain(e, endpoint, hostKeys);
        }
    }

    static void close(SSHClient client) {
        try {
            client.close();
        } catch (IOException ignored) {
            // The connection is given up in any case.
        }
    }

    private static List<AuthMethod> keys(SSHClient client, Endpoint endpoint) throws RemoteException {
        List<AuthMethod> keys = new ArrayList<>();
        for (Path identity : endpoint.identities()) {
            if (!Files.isReadable(identity)) {
                throw new RemoteException(Kind.BAD_IDENTITY, endpoint, "cannot read " + identity, null);
            }
            try {
                KeyProvider key = client.loadKeys(identity.toString());
                key.getPrivate();
                keys.add(new SignedKey(key));
            } catch (IOException | RuntimeException e) {
                throw new RemoteException(Kind.BAD_IDENTITY, endpoint,
                        identity + " is no usable private key: " + e.getMessage(), e);
            }
        }
        return keys;
    }

    private static RemoteException explain(IOException e, Endpoint endpoint, HostKeys hostKeys) {
        if (e instanceof RemoteException known) return known;
        if (hostKeys.refusal() != null) return new RemoteException(hostKeys.refusal(), endpoint, hostKeys.words(), e);
        Kind kind = switch (e) {
            case UnknownHostException _ -> Kind.UNKNOWN_HOST;
            case ConnectException _,SocketTimeoutException _,NoRouteToHostException _ -> Kind.UNREACHABLE;
            case UserAuthException _ -> Kind.REFUSED;
            case SSHException ssh when ssh.getDisconnectReason() == DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE ->
                Kind.REFUSED;
            default -> Kind.BROKEN;
        };
        return new RemoteException(kind, endpoint, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }

}
