package mcnet.ssh.transport;

import java.util.List;
import java.util.Locale;

/** What {@code sudo -n} says where it does not run a command; its other words, as of a host's name, are warnings. */
final class Sudo {
    private static final List<String> REFUSALS = List.of("a password is required", "a terminal is required",
            "no tty present", "must have a tty", "is not in the sudoers file", "is not allowed to",
            "may not run sudo", "interactive authentication is required", "authentication is required",
            "account validation failure", "no valid sudoers sources found", "effective uid is not 0",
            "must be setuid root", "must be owned by uid 0");
    /** A shell's words, where there is no sudo. */
    private static final List<String> ABSENT = List.of("sudo: not found", "sudo: command not found");

    private Sudo() {}

    static boolean refused(String err) {
        return err.lines().map(line -> line.toLowerCase(Locale.ROOT)).anyMatch(Sudo::refuses);
    }

    private static boolean refuses(String line) {
        boolean spoken = line.startsWith("sudo: ") || line.startsWith("sorry, user ") || line.contains("sudoers file");
        return spoken && REFUSALS.stream().anyMatch(line::contains) || ABSENT.stream().anyMatch(line::endsWith);
    }
}
