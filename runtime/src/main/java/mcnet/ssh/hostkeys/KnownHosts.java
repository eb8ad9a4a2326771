package mcnet.ssh.hostkeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mcnet.file.Content;
import mcnet.file.FileException;
import mcnet.file.OutputFile;

/** Adds to known_hosts; what stands there is never touched. */
public final class KnownHosts {
    /** Comments, then a line of {@code [@MARKER] HOSTS TYPE KEY} (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
    private static final Content CONTENT = Content.of("a known_hosts file",
            "(#.*(\\R\\s*|$))*($|(@\\S+\\s+)?[^\\s@]\\S*\\s+(ssh-|ecdsa-|sk-)\\S+\\s+AAAA)");

    private KnownHosts() {}

    /** @throws FileException if the file cannot be written, or is no such file */
    public static synchronized void record(HostIdentity trust, HostKey key) throws FileException {
        OutputFile.append(trust.file().toAbsolutePath(), line(trust, key), CONTENT);
    }

    /**
     * Why nothing may be recorded in a file that a program names: a line of known_hosts in a file of another kind, as
     * {@code authorized_keys}, could let somebody in.
     *
     * @param program the program's own file
     * @return empty where it holds lines of known_hosts, or may be begun beside the program
     */
    public static Optional<String> refusal(Path file, Path program) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) return Optional.of(file + " is not a regular file");
            boolean holds = Files.exists(file) && HostKeyCheck.isKnownHosts(file);
            return holds || isBeside(file, program)
                    ? Optional.empty()
                    : Optional.of("the program uses " + file + ", which contains no host keys and is not in the"
                            + " program's folder");
        } catch (IOException e) {
            return Optional.of("cannot read " + file);
        }
    }

    /** A link leads where it leads, also one that is checked out with the program. */
    private static boolean isBeside(Path file, Path program) throws IOException {
        Path folder = program.toAbsolutePath().getParent().toRealPath();
        if (Files.isSymbolicLink(file) && !Files.exists(file)) return false;
        if (Files.exists(file)) return Files.size(file) == 0 && file.toRealPath().startsWith(folder);
        Path parent = file.toAbsolutePath().getParent();
        return Files.exists(parent) && parent.toRealPath().startsWith(folder);
    }

    static String line(HostIdentity trust, HostKey key) {
        return trust.name() + " " + key.type() + " " + key.key();
    }
}
