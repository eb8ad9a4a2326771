package mcnet.ssh.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names that ssh itself refuses on its command line (OpenSSH {@code ssh.c}, {@code valid_hostname} and
 * {@code valid_ruser}, since 9.6): they end in shell commands, {@code Match exec} and {@code ProxyCommand} of the user's
 * own configuration, where {@code %h} and {@code %r} stand for them.
 */
public final class SshNames {
    private static final Pattern NO_HOST = Pattern.compile("^-|['`\"$\\\\;&<>|(){},/\\s\\p{Cntrl}]");
    private static final Pattern NO_USER = Pattern.compile("^-|['`\";&<>|(){}\\p{Cntrl}]|\\\\(?!\\w)|\\$");

    private SshNames() {}

    /** Why ssh is not asked for it; empty where both may be. */
    public static Optional<String> refused(String host, Optional<String> user) {
        if (NO_HOST.matcher(host).find() || host.isEmpty())
            return Optional.of("the host name contains characters that are special to a shell");
        if (user.filter(u -> NO_USER.matcher(u).find()).isPresent())
            return Optional.of("the user name contains characters that are special to a shell");
        return Optional.empty();
    }
}
