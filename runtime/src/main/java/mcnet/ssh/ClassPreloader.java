package mcnet.ssh;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import javax.crypto.KeyAgreement;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.SecurityUtils;

/**
 * Loads what a login takes while the files are still read: a login's own work is short, its classes' first use is not.
 * Whatever fails here fails again, and is said, where it is needed.
 */
public final class ClassPreloader {
    private ClassPreloader() {}

    /** Returns at once; the process does not wait for it. */
    public static void start() {
        Thread.ofPlatform().daemon().name("ahead").start(ClassPreloader::load);
    }

    private static void load() {
        try {
            SecurityUtils.setRegisterBouncyCastle(false);
            new DefaultConfig();
            KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(pair.getPrivate());
            agreement.doPhase(pair.getPublic(), true);
            agreement.generateSecret();
            KeyPair signing = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signing.getPrivate());
            signature.sign();
        } catch (GeneralSecurityException | RuntimeException e) {
            // Nothing is lost but the head start.
        }
    }
}
