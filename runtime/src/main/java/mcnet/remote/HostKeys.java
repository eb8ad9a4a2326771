package mcnet.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.List;
import mcnet.remote.RemoteException.Kind;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.transport.verification.OpenSSHKnownHosts;

/** Takes only keys that known_hosts has for the host, and remembers why it refused one. */
final class HostKeys implements HostKeyVerifier {
    private final Endpoint endpoint;
    private final OpenSSHKnownHosts known;
    private Kind refusal;
    private String words = "";

    private HostKeys(Endpoint endpoint, OpenSSHKnownHosts known) {
        this.endpoint = endpoint;
        this.known = known;
    }

    static HostKeys load(Endpoint endpoint) throws RemoteException {
        if (!Files.exists(endpoint.knownHosts())) return new HostKeys(endpoint, null);
        try {
            return new HostKeys(endpoint, new OpenSSHKnownHosts(endpoint.knownHosts().toFile()));
        } catch (IOException e) {
            throw new RemoteException(Kind.UNKNOWN_KEY, endpoint, "cannot read " + endpoint.knownHosts(), e);
        }
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        if (known != null && known.verify(host, port, key)) return true;
        boolean other = known != null && !known.findExistingAlgorithms(host, port).isEmpty();
        refusal = other ? Kind.CHANGED_KEY : Kind.UNKNOWN_KEY;
        words = "the host shows the %s key %s, %s has %s for it".formatted(KeyType.fromKey(key),
                SecurityUtils.getFingerprint(key), endpoint.knownHosts(), other ? "another" : "none");
        return false;
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return known == null ? List.of() : known.findExistingAlgorithms(host, port);
    }

    /** Why a key was refused; null if none was. */
    Kind refusal() {
        return refusal;
    }

    String words() {
        return words;
    }
}
