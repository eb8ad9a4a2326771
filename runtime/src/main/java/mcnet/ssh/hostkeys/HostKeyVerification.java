package mcnet.ssh.hostkeys;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.stream.Stream;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.RemoteException;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/** Takes only keys that are known for the host, and remembers which it was shown and why it refused it. */
public final class HostKeyVerification implements HostKeyVerifier {
    private final HostIdentity trust;
    private final HostKeyCheck check;
    private final int rsaBits;
    private HostKey shown;
    private Kind refusal;
    private String place = "";

    private HostKeyVerification(HostIdentity trust, HostKeyCheck check, int rsaBits) {
        this.trust = trust;
        this.check = check;
        this.rsaBits = rsaBits;
    }

    /** @throws RemoteException if a file cannot be read that may deny a key */
    public static HostKeyVerification load(Endpoint endpoint) throws RemoteException {
        HostIdentity trust = endpoint.trust();
        try {
            List<String> names = Stream.concat(Stream.of(trust.name()), trust.portless().stream()).toList();
            return new HostKeyVerification(trust,
                    HostKeyCheck.load(names, trust.files(), trust.denying(), trust.revoked(), trust.pin(),
                            endpoint.config().algorithms().authorities()),
                    endpoint.config().algorithms().rsaBits());
        } catch (IOException e) {
            throw new RemoteException(Kind.BAD_CONFIG, endpoint, "cannot read a file of host keys: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException
                ? e.getMessage() + " does not exist, and then ssh accepts no host"
                : e.getMessage();
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        PublicKey own = key instanceof Certificate<?> certificate ? certificate.getKey() : key;
        shown = HostKey.of(own);
        if (own instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < rsaBits) {
            place = "which has fewer than the " + rsaBits + " bits that ssh's RequiredRSASize asks for";
            refusal = Kind.NO_ALGORITHM;
            return false;
        }
        try {
            HostKeyCheck.Result result = check.of(key, shown.fingerprint());
            place = result.place();
            refusal = switch (result.verdict()) {
                case TAKEN -> null;
                case UNKNOWN -> Kind.UNKNOWN_KEY;
                case CHANGED -> Kind.CHANGED_KEY;
                case OTHER_PIN -> Kind.OTHER_PIN;
                case REVOKED -> Kind.REVOKED_KEY;
            };
        } catch (IOException e) {
            place = e.getMessage();
            refusal = Kind.REVOKED_KEY;
        }
        return refusal == null;
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return check.types();
    }

    /** What the host showed; null before it did. */
    public HostKey shown() {
        return shown;
    }

    /** Why a key was refused; null if none was. */
    public Kind refusal() {
        return refusal;
    }

    public RemoteException refused(Endpoint endpoint, Throwable cause) {
        String has = switch (refusal) {
            case OTHER_PIN -> "the file requires " + trust.pin().get();
            case CHANGED_KEY -> place + " has another for it";
            case NO_ALGORITHM -> place;
            case REVOKED_KEY -> "which is revoked: " + place;
            default -> place.isEmpty() ? trust.file() + " has none for it" : place;
        };
        return new RemoteException(refusal, endpoint,
                "the host shows the %s key %s, %s".formatted(shown.type(), shown.fingerprint(), has), cause);
    }
}
