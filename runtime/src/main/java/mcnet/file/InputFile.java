package mcnet.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads whole files, up to a bound: what a name leads to may be a device that never ends. */
public final class InputFile {
    /** For what people write: programs, values, inventories, keys. In bytes. */
    public static final int TEXT = 8 << 20;
    /** For what machines write: observations, plans, journals. In bytes. */
    public static final int DATA = 64 << 20;

    /** Enough to tell a file's kind. */
    private static final int HEAD = 4096;
    private static final int PIECE = 1 << 16;
    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private InputFile() {}

    /** More bytes than the bound. */
    public static final class TooLarge extends FileSystemException {
        TooLarge(String name, long limit) {
            super(name, null, "it is larger than " + (limit >> 20) + " MiB, the most that mcnet reads here");
        }
    }

    /**
     * What the user names: a pipe too, as the shell's {@code <(command)} is one.
     *
     * @throws TooLarge where there is more than {@code limit} bytes
     */
    public static byte[] read(Path file, int limit) throws IOException {
        if (Files.isRegularFile(file)) return regular(file, limit);
        if (Files.isDirectory(file)) throw new FileSystemException(file.toString(), null, "it is a folder");
        if (!Files.exists(file)) return regular(file, limit);
        return PipeReader.read(file, limit, OPEN, SILENCE);
    }

    /** What a file names, which another may have written: no pipe and no device. */
    public static byte[] readRegular(Path file, int limit) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file))
            throw new FileSystemException(file.toString(), null, "it is not a regular file");
        return regular(file, limit);
    }

    private static byte[] regular(Path file, int limit) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return drain(in, limit, file.toString());
        }
    }

    /**
     * All that a stream gives.
     *
     * @param name of the stream, for the error
     * @throws TooLarge where there is more than {@code limit} bytes
     */
    public static byte[] drain(InputStream in, int limit, String name) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (count > limit - all.size()) throw new TooLarge(name, limit);
            all.write(piece, 0, count);
        }
        return all.toByteArray();
    }

    /** The beginning of a regular file. */
    static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }
}
