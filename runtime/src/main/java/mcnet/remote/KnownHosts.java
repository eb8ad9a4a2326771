package mcnet.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

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

    static String line(Trust trust, HostKey key) {
        return trust.name() + " " + key.type() + " " + key.key();
    }
}
