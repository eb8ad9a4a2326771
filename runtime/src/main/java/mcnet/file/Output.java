package mcnet.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Text that goes out bit by bit. A {@link PrintStream} forgets why it failed; this one keeps the first reason. */
public final class Output extends PrintStream {
    private static final Path STANDARD = Path.of("/proc/self/fd/1");
    /** {@code inode(7)}, "The file type and mode". */
    private static final int TYPE = 0170000;
    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final String name;
    private final boolean standard;
    private final Raw raw;

    private Output(String name, boolean standard, OutputStream stream) {
        Raw raw = new Raw(stream);
        super(raw, true, StandardCharsets.UTF_8);
        this.name = name;
        this.standard = standard;
        this.raw = raw;
    }

    public static Output standard() {
        return new Output("standard output", true, new FileOutputStream(FileDescriptor.out));
    }

    /**
     * A log that grows: what it holds already stays.
     *
     * @throws FileException where it cannot be opened, or is of another kind
     */
    public static Output log(Path named, Content content) throws FileException {
        OutputFile.of(named, content, false);
        try {
            Path file = OutputPath.of(named).file();
            if (!Files.exists(file)) Files.createFile(file, AtomicReplacement.PRIVATE);
            return new Output(named.toString(), false, new FileOutputStream(file.toString(), true));
        } catch (IOException e) {
            throw Failure.write(named, e);
        }
    }

    public String name() {
        return name;
    }

    /** Why it is incomplete, where it is. */
    public Optional<IOException> failure() {
        flush();
        return Optional.ofNullable(raw.failure);
    }

    /** Whether it is standard output and incomplete because nobody reads on, as behind {@code | head}. */
    public boolean lostItsReader() {
        if (failure().isEmpty() || !standard) return false;
        try {
            // What the system calls the reason depends on the locale; a pipe or a socket fails for this one.
            int type = (int) Files.getAttribute(STANDARD, "unix:mode") & TYPE;
            return type == PIPE || type == SOCKET;
        } catch (IOException e) {
            return false;
        }
    }

    /** The stream below, which goes quiet after its first failure. */
    private static final class Raw extends OutputStream {
        private final OutputStream to;
        private IOException failure;

        Raw(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            if (failure != null) return;
            try {
                to.write(bytes, from, count);
            } catch (IOException e) {
                failure = e;
            }
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
