package mcnet.lab.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import mcnet.file.LockFile;

/** Lets one at a time work on a lab or an image, among threads and among processes; a process that dies lets go. */
public final class FileLock implements AutoCloseable {

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final LockFile file;

    private FileLock(ReentrantLock thread, LockFile file) {
        this.thread = thread;
        this.file = file;
    }

    /** @param waiting said once if another holds it */
    public static FileLock take(Path file, LabProgress progress, String waiting) {
        ReentrantLock thread = THREADS.computeIfAbsent(file, f -> new ReentrantLock());
        boolean free = thread.tryLock();
        if (!free) {
            progress.say(waiting);
            thread.lock();
        }
        try {
            return new FileLock(thread, LockFile.take(file, () -> {
                if (free)
                    progress.say(waiting);
            }));
        } catch (IOException e) {
            thread.unlock();
            throw new LabException("cannot lock " + file, e.toString(), "set XDG_STATE_HOME to your own folder");
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new LabException("cannot unlock", e.toString(), "");
        } finally {
            thread.unlock();
        }
    }
}
