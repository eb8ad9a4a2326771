package mcnet.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * By what a machine's host key is known.
 *
 * @param name under which it stands in known_hosts: {@code micro1}, {@code [10.77.0.1]:2222}
 * @param files known_hosts files; the first is where new keys are recorded
 * @param pin the one key's fingerprint, {@code SHA256:…}, which then counts instead of the files
 */
public record Trust(String name, List<Path> files, Optional<String> pin) {

    /** The name of a host in known_hosts (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
    public static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }

    public Path file() {
        return files.getFirst();
    }
}
