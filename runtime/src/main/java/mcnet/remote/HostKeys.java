package mcnet.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import mcnet.remote.RemoteException.Kind;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;

/** Takes only keys that are known for the host, and remembers which it was shown and why it refused it. */
final class HostKeys implements HostKeyVerifier {
    /** A name that has its port already, so that SSHJ adds none. */
    private static final int NO_PORT = 22;

    private final Trust trust;
    private final List<OpenSSHKnownHosts> known = new ArrayList<>();
    private HostKey shown;
    private Kind refusal;

    private HostKeys(Trust trust) {
        this.trust = trust;
    }

    static HostKeys load(Endpoint endpoint) throws RemoteException {
        HostKeys keys = new HostKeys(endpoint.trust());
        for (Path file : endpoint.trust().files()) {
            if (!Files.exists(file)) continue;
            try {
                keys.known.add(new OpenSSHKnownHosts(file.toFile()));
            } catch (IOException e) {
                throw new RemoteException(Kind.UNKNOWN_KEY, endpoint, "cannot read " + file, e);
            }
        }
        return keys;
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        shown = HostKey.of(key);
        refusal = refusal(key);
        return refusal == null;
    }

    private Kind refusal(PublicKey key) {
        if (trust.pin().isPresent()) return shown.fingerprint().equals(trust.pin().get()) ? null : Kind.OTHER_PIN;
        if (known.stream().anyMatch(k -> k.verify(trust.name(), NO_PORT, key))) return null;
        return algorithms().isEmpty() ? Kind.UNKNOWN_KEY : Kind.CHANGED_KEY;
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return trust.pin().isPresent() ? List.of() : algorithms();
    }

    private List<String> algorithms() {
        return known.stream().flatMap(k -> k.findExistingAlgorithms(trust.name(), NO_PORT).stream()).toList();
    }

    /** What the host showed; null before it did. */
    HostKey shown() {
        return shown;
    }

    /** Why a key was refused; null if none was. */
    Kind refusal() {
        return refusal;
    }

    RemoteException refused(Endpoint endpoint, Throwable cause) {
        String has = switch (refusal) {
            case OTHER_PIN -> "the file wants " + trust.pin().get();
            case CHANGED_KEY -> trust.file() + " has another for it";
            default -> trust.file() + " has none for it";
        };
        return new RemoteException(refusal, endpoint,
                "the host shows the %s key %s, %s".formatted(shown.type(), shown.fingerprint(), has), cause);
    }
}
