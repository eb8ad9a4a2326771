package mcnet.ssh.hostkeys;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * The key that a host shows.
 *
 * @param type {@code ssh-ed25519}
 * @param fingerprint as ssh prints it: {@code SHA256:…}
 * @param key in Base64, as known_hosts holds it
 */
public record HostKey(String type, String fingerprint, String key) {

    static HostKey of(PublicKey key) {
        byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        return new HostKey(KeyType.fromKey(key).toString(), fingerprint(blob),
                Base64.getEncoder().encodeToString(blob));
    }

    /** The type that a key's bytes begin with (RFC 4253 section 6.6); empty where they begin with none. */
    public static String type(byte[] blob) {
        try {
            return new Buffer.PlainBuffer(blob).readString();
        } catch (Buffer.BufferException e) {
            return "";
        }
    }

    private static String fingerprint(byte[] blob) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
