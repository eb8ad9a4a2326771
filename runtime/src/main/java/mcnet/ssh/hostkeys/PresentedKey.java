package mcnet.ssh.hostkeys;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * The key that a host shows, with the certificate around it where it shows one.
 *
 * @param key the host's own key
 * @param certificate what an authority says of it
 */
record PresentedKey(PublicKey key, Optional<Certificate<?>> certificate) {

    static PresentedKey of(PublicKey shown) {
        return shown instanceof Certificate<?> certificate
                ? new PresentedKey(certificate.getKey(), Optional.of(certificate))
                : new PresentedKey(shown, Optional.empty());
    }

    String type() {
        return KeyType.fromKey(key).toString();
    }

    byte[] blob() {
        return blob(key);
    }

    /** The key of the authority. */
    Optional<byte[]> authority() {
        return certificate.map(Certificate::getSignatureKey);
    }

    /**
     * Why the certificate does not hold for this name: not signed by its authority, out of date, for other names, of a
     * user instead of a host, signed in a way that is not taken.
     */
    Optional<String> invalid(String name, List<String> signatures) {
        Certificate<?> held = certificate.orElseThrow();
        // An empty list of principals holds for any name with ssh up to 10.0, and is denied here.
        if (held.getValidPrincipals() == null || held.getValidPrincipals().isEmpty())
            return Optional.of("it names no host");
        try {
            String algorithm = new Buffer.PlainBuffer(held.getSignature()).readString();
            if (!signatures.isEmpty() && !signatures.contains(algorithm))
                return Optional.of("it is signed by " + algorithm + ", which ssh's CASignatureAlgorithms leaves out");
            return Optional.ofNullable(KeyType.CertUtils.verifyHostCertificate(blob(held), held, name));
        } catch (Buffer.BufferException | SSHRuntimeException e) {
            return Optional.of("it is damaged");
        }
    }

    private static byte[] blob(PublicKey key) {
        return new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    }
}
