package mcnet.lab;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time work on a lab or an image, among threads and among processes; a process that dies lets go. */
final class FileLock implements AutoCloseable {

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private FileLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** @param waiting said once if another holds it */
    static FileLock take(Path file, Progress progress, String waiting) {
        ReentrantLock thread = THREADS.computeIfAbsent(file, f -> new ReentrantLock());
        boolean free = thread.tryLock();
        if (!free) {
            progress.say(waiting);
            thread.lock();
        }
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                if (free)
                    progress.say(waiting);
                channel.lock();
            }
            return new FileLock(thread, channel);
        } catch (IOException e) {
            thread.unlock();
            throw new LabException("cannot lock " + file, e.toString(), "set XDG_STATE_HOME to a folder of yours");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LabException("cannot unlock", e.toString(), "");
        } finally {
            thread.unlock();
        }
    }
}
