package mcnet.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;

/**
 * A file that the user names for something to be written to. A regular file is replaced as a whole, and only by what it
 * held before in kind; a link is followed; a pipe, a terminal or a device is written to.
 */
public final class OutputFile {
    private final Path named;
    private final Content content;
    private final boolean force;

    private OutputFile(Path named, Content content, boolean force) {
        this.named = named;
        this.content = content;
        this.force = force;
    }

    /**
     * Looks whether it may be written, before somebody works for it.
     *
     * @param force whether a file of another kind may be overwritten
     * @throws FileException where it is a folder, a link to nothing, or a file of another kind
     */
    public static OutputFile of(Path named, Content content, boolean force) throws FileException {
        OutputFile file = new OutputFile(named, content, force);
        file.destination();
        return file;
    }

    public Path path() {
        return named;
    }

    private OutputPath destination() throws FileException {
        try {
            OutputPath destination = OutputPath.of(named);
            if (!force && !destination.stream() && destination.exists()
                    && !content.fits(InputFile.head(destination.file())))
                throw Failure.anotherKind(named, content);
            return destination;
        } catch (IOException e) {
            throw Failure.write(named, e);
        }
    }

    /** Writes it so that only its owner may read it. */
    public void write(String text) throws FileException {
        OutputPath destination = destination();
        try {
            if (destination.stream()) destination.send(text);
            else
                AtomicReplacement.of(destination.file(), bytes(text), Optional.empty());
        } catch (IOException e) {
            throw Failure.write(named, e);
        }
    }

    /** Writes a file of mcnet's own, with the folders that lead to it. */
    public static void own(Path file, String text) throws FileException {
        own(file, bytes(text));
    }

    /** Writes a file of mcnet's own, with the folders that lead to it. */
    public static void own(Path file, byte[] content) throws FileException {
        try {
            Folders.create(Failure.folder(file));
            AtomicReplacement.of(file, content, Optional.empty());
        } catch (IOException e) {
            throw Failure.write(file, e);
        }
    }

    /**
     * Writes a file of mcnet's own where there is none; under its name it is whole from the beginning.
     *
     * @return false where another was quicker
     */
    public static boolean ownOnce(Path file, String text) throws FileException {
        try {
            Folders.create(Failure.folder(file));
            return AtomicReplacement.once(file, bytes(text));
        } catch (IOException e) {
            throw Failure.write(file, e);
        }
    }

    /** A file for another program to read, in the folder for such; whoever asks for it takes it away again. */
    public static Path temporary(String ending, String text) throws IOException {
        Path file = Files.createTempFile("mcnet", ending, AtomicReplacement.PRIVATE);
        Files.writeString(file, text);
        return file;
    }

    /**
     * Writes a file that is not there yet, with the mode that new files have.
     *
     * @param force whether one that is there is replaced
     */
    public static void create(Path named, String text, boolean force) throws FileException {
        try {
            OutputPath destination = OutputPath.of(named);
            if (destination.stream()) destination.send(text);
            else if (force && destination.exists()) replace(destination.file(), bytes(text));
            else
                create(destination.file(), bytes(text));
        } catch (FileAlreadyExistsException e) {
            throw new FileException(Diagnostic.error("MC0015", named + " already exists")
                    .why("it may contain your work")
                    .fix("choose a new file, or add --force to overwrite " + named), e);
        } catch (IOException e) {
            throw Failure.write(named, e);
        }
    }

    private static void create(Path file, byte[] text) throws IOException {
        Files.createFile(file);
        try {
            replace(file, text);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void replace(Path file, byte[] text) throws IOException {
        AtomicReplacement.of(file, text, Optional.of(Files.readAttributes(file, PosixFileAttributes.class)));
    }

    /**
     * Gives a text that was read another form; owner and mode stay.
     *
     * @param before what was read
     * @throws FileException where it cannot be written, or holds something else by now
     */
    public static void rewrite(Path named, String before, String after) throws FileException {
        try {
            OutputPath destination = OutputPath.of(named);
            if (destination.stream())
                throw Failure.write(named, "it is not a regular file", "use a file, or - for standard input",
                        null);
            if (!Arrays.equals(InputFile.read(destination.file(), InputFile.TEXT), bytes(before)))
                throw Failure.write(named, "it has changed since it was read", "run the command again", null);
            replace(destination.file(), bytes(after));
        } catch (IOException e) {
            throw Failure.write(named, e);
        }
    }

    /**
     * Adds one line to a file of lines, on disk when it returns; where that fails the file is as before. A new file is
     * its owner's alone.
     *
     * @throws FileException where it cannot be written, or is of another kind
     */
    public static void append(Path named, String line, Content content) throws FileException {
        try {
            if (!Files.exists(named)) {
                Folders.create(Failure.folder(named));
                Files.createFile(named, AtomicReplacement.PRIVATE);
            }
            OutputPath destination = OutputPath.of(named);
            if (destination.stream())
                throw Failure.write(named, "it is not a regular file, so it would store nothing",
                        "use a regular file", null);
            if (!content.fits(InputFile.head(destination.file())))
                throw new FileException(Diagnostic.error("MC0014", named + " is not " + content.noun())
                        .why("mcnet appends only to files of this kind").fix("choose another file"),
                        null);
            append(destination.file(), line);
        } catch (IOException e) {
            throw Failure.write(named, e);
        }
    }

    private static void append(Path file, String line) throws IOException {
        String gap = endsInALine(file) ? "" : "\n";
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long before = out.size();
            try {
                AtomicReplacement.writeAll(out, bytes(gap + line + "\n"));
                out.force(true);
            } catch (IOException e) {
                out.truncate(before);
                throw e;
            }
        }
    }

    private static boolean endsInALine(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            if (in.size() == 0) return true;
            ByteBuffer last = ByteBuffer.allocate(1);
            in.read(last, in.size() - 1);
            return last.get(0) == '\n';
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
