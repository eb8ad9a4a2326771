package mcnet.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A new file that grows by lines, each on disk before the next thing happens. */
public final class LineFile implements AutoCloseable {
    private static final int TRIES = 100;

    private final Path path;
    private final FileChannel out;

    private LineFile(Path path, FileChannel out) {
        this.path = path;
        this.out = out;
    }

    /**
     * Creates it; one that is there is never touched, the new one is called {@code STEM-2.ending} then.
     *
     * @param folder made with all that lead to it
     */
    public static LineFile create(Path folder, String stem, String ending) throws FileException {
        Path path = folder.resolve(stem + ending);
        try {
            Folders.create(folder);
            for (int i = 2; i < TRIES; i++) {
                try {
                    Files.createFile(path, AtomicReplacement.PRIVATE);
                    AtomicReplacement.sync(folder);
                    return new LineFile(path, FileChannel.open(path, StandardOpenOption.WRITE));
                } catch (FileAlreadyExistsException e) {
                    path = folder.resolve(stem + "-" + i + ending);
                }
            }
            throw new FileAlreadyExistsException(path.toString());
        } catch (IOException e) {
            throw Failure.write(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Writes one line; it is on disk when this returns. A line that cannot be written whole leaves nothing behind. */
    public synchronized void write(String line) throws FileException {
        try {
            long before = out.position();
            try {
                AtomicReplacement.writeAll(out, (line + "\n").getBytes(StandardCharsets.UTF_8));
                out.force(false);
            } catch (IOException e) {
                out.truncate(before);
                throw e;
            }
        } catch (IOException e) {
            throw Failure.write(path, e);
        }
    }

    /** Closes and removes it. */
    public void remove() {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException ignored) {
            // It stays, without a line.
        }
    }

    /** Each line is on disk already, so nothing is lost where this fails. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException ignored) {
            // See above.
        }
    }
}
