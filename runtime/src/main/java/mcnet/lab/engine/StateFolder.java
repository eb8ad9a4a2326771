package mcnet.lab.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import mcnet.file.FileException;
import mcnet.file.Folders;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;

/**
 * Where labs keep files on this machine: {@code $XDG_STATE_HOME/mcnet/lab}, a folder for each lab with what one needs to
 * log in. Nothing in it is needed to find or remove a lab.
 */
public record StateFolder(Path root) {

    public static StateFolder ofUser() {
        return of(System.getenv(), System.getProperty("user.home"));
    }

    static StateFolder of(Map<String, String> environment, String home) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isEmpty()
                ? Path.of(environment.getOrDefault("HOME", home), ".local", "state")
                : Path.of(state);
        return new StateFolder(base.resolve("mcnet").resolve("lab").toAbsolutePath());
    }

    public Path identity(String lab) {
        return folder(lab).resolve("id_ed25519");
    }

    public Path knownHosts(String lab) {
        return folder(lab).resolve("known_hosts");
    }

    public Path labLock(String lab) {
        return root.resolve(lab + ".lock");
    }

    /** No lab can have this name. */
    public Path imageLock() {
        return root.resolve(".image.lock");
    }

    Path engineLog() {
        return root.resolve("engine.log");
    }

    /** Where the root file system of the base image is put together. */
    public Path baseImage() {
        return root.resolve("base-image.tmp");
    }

    /** Writes so that no reader ever sees half a file, and only the owner may read it. */
    public static void write(Path file, String content) {
        try {
            OutputFile.own(file, content);
        } catch (FileException e) {
            throw new LabException(e.diagnostic().message(), e.diagnostic().why(),
                    "free some space there, or set XDG_STATE_HOME to your own folder");
        }
    }

    public static String read(Path file) {
        try {
            return new String(InputFile.readRegular(file, InputFile.TEXT), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LabException("cannot read " + file, e.toString(), "");
        }
    }

    public void remove(String lab) {
        try {
            Folders.remove(folder(lab));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String lab) {
        return root.resolve(lab);
    }
}
