package mcnet.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where a name leads.
 *
 * @param named as the user spelled it
 * @param file behind all symbolic links
 * @param stream whether it is no file but a pipe, a terminal or a device: written to, never replaced
 */
record OutputPath(Path named, Path file, boolean stream) {
    private static final Set<String> STANDARD_OUTPUT = Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");
    private static final Set<String> STANDARD_ERROR = Set.of("/dev/stderr", "/dev/fd/2", "/proc/self/fd/2");

    static OutputPath of(Path named) throws IOException {
        String name = named.toAbsolutePath().normalize().toString();
        if (STANDARD_OUTPUT.contains(name) || STANDARD_ERROR.contains(name) || name.startsWith("/dev/fd/")
                || name.startsWith("/proc/self/fd/"))
            return new OutputPath(named, named.toAbsolutePath().normalize(), true);
        Path file = behindLinks(named);
        if (Files.isDirectory(file))
            throw Failure.write(named, "it is a folder", "name a file: " + named.resolve("FILE"), null);
        return new OutputPath(named, file, Files.exists(file) && !Files.isRegularFile(file));
    }

    private static Path behindLinks(Path named) throws IOException {
        if (!Files.exists(named, LinkOption.NOFOLLOW_LINKS)) return named.toAbsolutePath();
        try {
            return named.toRealPath();
        } catch (NoSuchFileException e) {
            throw Failure.write(named, "it is a symbolic link to " + Files.readSymbolicLink(named)
                    + ", which does not exist", "remove the link, or name the file itself", e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Writes to a pipe, a terminal or a device. */
    void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (STANDARD_OUTPUT.contains(file.toString())) {
            System.out.flush();
            send(new FileOutputStream(FileDescriptor.out), bytes);
        } else if (STANDARD_ERROR.contains(file.toString())) {
            System.err.flush();
            send(new FileOutputStream(FileDescriptor.err), bytes);
        } else {
            try (OutputStream out = new FileOutputStream(file.toString(), true)) {
                send(out, bytes);
            }
        }
    }

    private static void send(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
