package mcnet.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where labs keep files on this machine: {@code $XDG_STATE_HOME/mcnet/lab}, a folder for each lab with what one needs to
 * log in. Nothing in it is needed to find or remove a lab.
 */
record StateFolder(Path root) {

    static StateFolder ofUser() {
        return of(System.getenv(), System.getProperty("user.home"));
    }

    static StateFolder of(Map<String, String> environment, String home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", home), ".local", "state")
                : Path.of(state);
        return new StateFolder(base.resolve("mcnet").resolve("lab").toAbsolutePath());
    }

    Path identity(String lab) {
        return folder(lab).resolve("id_ed25519");
    }

    Path knownHosts(String lab) {
        return folder(lab).resolve("known_hosts");
    }

    Path labLock(String lab) {
        return root.resolve(lab + ".lock");
    }

    /** No lab can have this name. */
    Path imageLock() {
        return root.resolve(".image.lock");
    }

    Path engineLog() {
        return root.resolve("engine.log");
    }

    /** Where the root file system of the base image is put together. */
    Path baseImage() {
        return root.resolve("base-image.tmp");
    }

    /** Writes so that no reader ever sees half a file, and only the owner may read it. */
    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LabException("cannot write " + file, e.toString(), "set XDG_STATE_HOME to a folder of yours");
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LabException("cannot read " + file, e.toString(), "");
        }
    }

    void remove(String lab) {
        Path folder = folder(lab);
        if (!Files.exists(folder))
            return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String lab) {
        return root.resolve(lab);
    }
}
