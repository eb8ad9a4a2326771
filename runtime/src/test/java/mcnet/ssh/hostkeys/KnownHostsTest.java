package mcnet.ssh.hostkeys;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import mcnet.ssh.Endpoint;
import mcnet.ssh.RemoteException.Kind;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Timeouts;
import mcnet.ssh.auth.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are recorded so that they are known afterwards, and nothing else changes. */
class KnownHostsTest {
    @TempDir
    Path folder;

    @Test
    void aNewKeyIsKnownAfterwards() throws Exception {
        HostIdentity trust = trust("[10.77.0.1]:2222", folder.resolve("new/known_hosts"));
        PublicKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        assertEquals(Kind.UNKNOWN_KEY, refusal(trust, key));
        KnownHosts.record(trust, HostKey.of(key));
        assertAll(() -> assertEquals(null, refusal(trust, key)),
                () -> assertTrue(Files.readString(trust.file()).startsWith("[10.77.0.1]:2222 ssh-ed25519 AAAA")),
                () -> assertEquals("rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(trust.file()))));
    }

    @Test
    void aKeyThatChangedIsNotTaken() throws Exception {
        HostIdentity trust = trust("micro1", folder.resolve("known_hosts"));
        KnownHosts.record(trust, HostKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic()));
        PublicKey other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        assertEquals(Kind.CHANGED_KEY, refusal(trust, other));
    }

    @Test
    void whatStandsThereStaysAlsoWithoutALastLineEnd() throws Exception {
        HostIdentity trust = trust("micro1", folder.resolve("known_hosts"));
        Files.writeString(trust.file(), "# mine");
        KnownHosts.record(trust, new HostKey("ssh-ed25519", "SHA256:x", "AAAA"));
        assertEquals("# mine\nmicro1 ssh-ed25519 AAAA\n", Files.readString(trust.file()));
    }

    @Test
    void aPinCountsInsteadOfTheFile() throws Exception {
        PublicKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        Path none = folder.resolve("none");
        HostIdentity right = new HostIdentity("micro1", List.of(none), Optional.of(HostKey.of(key).fingerprint()));
        HostIdentity wrong = new HostIdentity("micro1", List.of(none), Optional.of("SHA256:wrong"));
        assertAll(() -> assertEquals(null, refusal(right, key)),
                () -> assertEquals(Kind.OTHER_PIN, refusal(wrong, key)));
    }

    private static HostIdentity trust(String name, Path file) {
        return new HostIdentity(name, List.of(file), Optional.empty());
    }

    private static Kind refusal(HostIdentity trust, PublicKey key) throws RemoteException {
        Credentials login = new Credentials("root", List.of(), false, false, Optional.empty());
        HostKeyVerification keys = HostKeyVerification
                .load(new Endpoint("micro1", "10.77.0.1", 22, login, trust, Optional.empty(),
                        Optional.empty(), false, Timeouts.DEFAULT));
        keys.verify("10.77.0.1", 22, key);
        return keys.refusal();
    }
}
