package mcnet.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that one process at a time holds; a process that dies lets go. */
public final class LockFile implements AutoCloseable {
    private final FileChannel channel;

    private LockFile(FileChannel channel) {
        this.channel = channel;
    }

    /** @param waiting run once where another holds it */
    public static LockFile take(Path file, Runnable waiting) throws IOException {
        Folders.create(Failure.folder(file));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            waiting.run();
            channel.lock();
        }
        return new LockFile(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
