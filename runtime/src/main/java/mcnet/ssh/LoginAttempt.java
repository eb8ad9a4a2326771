package mcnet.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.auth.Agent;
import mcnet.ssh.auth.AgentKey;
import mcnet.ssh.hostkeys.HostKeyVerification;
import mcnet.ssh.transport.ServerGreeting;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthMethod;

/** One try to log in, and why it failed: what the library throws is matched with what was heard of the server before. */
final class LoginAttempt {
    private static final Pattern SETTLEMENT = Pattern
            .compile("Unable to reach a settlement of (\\w+): \\[(.*?)] and \\[(.*?)]", Pattern.DOTALL);
    private static final String TOO_MANY = "Too many authentication failures";

    private final Endpoint to;
    private final SSHClient client;
    private final ServerGreeting greeting;
    private List<AuthMethod> offers = List.of();
    private volatile String last = "";

    LoginAttempt(Endpoint to, SSHClient client, ServerGreeting greeting) {
        this.to = to;
        this.client = client;
        this.greeting = greeting;
        client.getTransport().setDisconnectListener((reason, words) -> {
            if (reason != DisconnectReason.BY_APPLICATION && words != null && last.isEmpty()) last = words;
        });
    }

    SSHClient client() {
        return client;
    }

    /** The host is known, and these keys are offered to it now. */
    void offers(List<AuthMethod> keys) {
        offers = keys;
    }

    RemoteException failure(IOException e, HostKeyVerification hostKeys) {
        if (e instanceof RemoteException known) return known;
        if (hostKeys.refusal() != null) return hostKeys.refused(to, e);
        Matcher settlement = SETTLEMENT.matcher(e.getMessage() == null ? "" : e.getMessage());
        if (settlement.find()) return noAlgorithm(settlement, e);
        if (hostKeys.shown() != null) return login(e);
        return switch (e) {
            case UnknownHostException _ -> RemoteException.of(Kind.UNKNOWN_HOST, to, e);
            case NoRouteToHostException _ -> RemoteException.of(Kind.NO_ROUTE, to, e);
            case SocketTimeoutException _ -> RemoteException.of(Kind.UNREACHABLE, to, e);
            case ConnectException c when said(c, "refused") -> RemoteException.of(Kind.CLOSED_PORT, to, e);
            case SocketException s when said(s, "unreachable") || said(s, "is down") ->
                RemoteException.of(Kind.NO_ROUTE, to, e);
            case ConnectException _ -> RemoteException.of(Kind.UNREACHABLE, to, e);
            case SSHException _,SocketException _ when !identified() ->
                new RemoteException(Kind.TURNED_AWAY, to, greeting.line(), e);
            default -> RemoteException.of(Kind.BROKEN, to, e);
        };
    }

    /** Whether the server said that it is one. */
    private boolean identified() {
        try {
            return client.getTransport().getServerVersion() != null;
        } catch (StringIndexOutOfBoundsException halfRead) {
            return false;
        }
    }

    private static boolean said(SocketException e, String word) {
        return e.getMessage() != null && e.getMessage().contains(word);
    }

    private RemoteException noAlgorithm(Matcher settlement, IOException e) {
        String what = switch (settlement.group(1)) {
            case "KeyExchangeAlgorithms" -> "key exchange";
            case "HostKeyAlgorithms" -> "host keys";
            case String s when s.contains("MAC") -> "checksums (MACs)";
            case String s when s.contains("Cipher") -> "ciphers";
            default -> "compression";
        };
        return new RemoteException(Kind.NO_ALGORITHM, to, "for " + what + " it offers " + settlement.group(3)
                + "; mcnet takes " + settlement.group(2), e);
    }

    private RemoteException login(IOException e) {
        Agent.Silent silent = silent(e);
        if (silent != null) return RemoteException.of(Kind.SILENT_AGENT, to, silent);
        if (last.contains(TOO_MANY)) {
            long agents = offers.stream().filter(AgentKey.class::isInstance).count();
            return new RemoteException(Kind.TOO_MANY_KEYS, to, "it ends a login after a few keys (MaxAuthTries, 6 by"
                    + " default), and mcnet has " + offers.size() + " to offer, " + agents + " of them from the agent",
                    e);
        }
        boolean exhausted = e instanceof SSHException ssh
                && ssh.getDisconnectReason() == DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE;
        if (last.isEmpty() && (exhausted || e instanceof UserAuthException))
            return RemoteException.of(Kind.REFUSED, to, e);
        if (offers.isEmpty()) return RemoteException.of(Kind.BROKEN, to, e);
        String words = last.startsWith("Broken transport") ? "it closed the connection without a reason" : last;
        String banner = client.getUserAuth().getBanner();
        return new RemoteException(Kind.LOGIN_ENDED, to,
                banner == null || banner.isBlank() ? words : words + "; it sent before: " + banner.strip(), e);
    }

    private static Agent.Silent silent(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause() == cause ? null : cause.getCause())
            if (cause instanceof Agent.Silent found) return found;
        return null;
    }
}
