package mcnet.ssh.hostkeys;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a machine's host key is known.
 *
 * @param name under which it stands in known_hosts: {@code micro1}, {@code [10.77.0.1]:2222}
 * @param portless the name without its port, under which ssh takes a key too; empty where the name has none
 * @param files known_hosts files; the first is where new keys are recorded
 * @param denying the user's known_hosts where the program names another: what they revoke is denied all the same
 * @param revoked files of {@code RevokedHostKeys}
 * @param pin the one key's fingerprint, {@code SHA256:…}, which then counts instead of the files
 * @param unwritable why new keys may not be recorded in the first file; empty where they may
 */
public record HostIdentity(String name, Optional<String> portless, List<Path> files, List<Path> denying,
        List<Path> revoked,
        Optional<String> pin, Optional<String> unwritable) {

    /** What is known without ssh's configuration. */
    public HostIdentity(String name, List<Path> files, Optional<String> pin) {
        this(name, Optional.empty(), files, List.of(), List.of(), pin, Optional.empty());
    }

    /** The name of a host in known_hosts (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
    public static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    /** The file where new keys are recorded. */
    public Path file() {
        return files.isEmpty() ? Path.of("none") : files.getFirst();
    }
}
