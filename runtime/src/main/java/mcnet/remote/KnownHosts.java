package mcnet.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import mcnet.remote.hostkeys.HostKeyCheck;

/** Adds to known_hosts; what stands there is never touched. */
public final class KnownHosts {
    private KnownHosts() {}

    /** @throws IOException if the file cannot be written */
    public static synchronized void record(Trust trust, HostKey key) throws IOException {
        Path file = trust.file().toAbsolutePath();
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        String before = Files.readString(file);
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(file, gap + line(trust, key) + "\n", StandardOpenOption.APPEND);
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
            if (Files.exists(file) && !Files.isRegularFile(file)) return Optional.of(file + " is no regular file");
            boolean holds = Files.exists(file) && HostKeyCheck.isKnownHosts(file);
            return holds || isBeside(file, program)
                    ? Optional.empty()
                    : Optional.of("the program names " + file + ", which holds no host keys and is not beside it");
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

    static String line(Trust trust, HostKey key) {
        return trust.name() + " " + key.type() + " " + key.key();
    }
}
