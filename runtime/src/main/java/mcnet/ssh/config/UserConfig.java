package mcnet.ssh.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of ssh that the user reads. It may run commands ({@code Match exec}, {@code ProxyCommand}), so a
 * program's {@code config} counts only where the user names the same file, or it is ssh's own.
 *
 * @param file what a flag or the environment names; empty: ssh's own
 */
public record UserConfig(Optional<Path> file) {
    private static final List<String> DEFAULTS = List.of("~/.ssh/config", "/etc/ssh/ssh_config");

    /** Whether this is the file that is read anyway. */
    public boolean is(String named) {
        Path path = SshSpelling.path(named, Map.of());
        return file.isPresent()
                ? same(file.get(), path)
                : DEFAULTS.stream().anyMatch(own -> same(SshSpelling.path(own, Map.of()), path));
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
