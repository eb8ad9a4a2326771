package mcnet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads what is no regular file: opening a pipe waits for a writer, and a writer may say nothing. */
final class PipeReader {
    private static final int PIECE = 1 << 16;

    /** What the reading thread has to say: it opened, it read on, it came to the end, it failed. */
    private sealed interface News {
        record Progress() implements News {}

        record End(byte[] all) implements News {}

        record Failed(IOException cause) implements News {}
    }

    private PipeReader() {}

    /**
     * @param open how long to wait for a writer
     * @param silence how long a writer may say nothing
     */
    static byte[] read(Path file, int limit, Duration open, Duration silence) throws IOException {
        BlockingQueue<News> news = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("read " + file).start(() -> news.add(read(file, limit, news)));
        Duration patience = open;
        String late = "no process writes to this pipe; waited " + open.toSeconds() + " s";
        while (true) {
            News next;
            try {
                next = news.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FileSystemException(file.toString(), null, "interrupted");
            }
            switch (next) {
                case null -> throw new FileSystemException(file.toString(), null, late);
                case News.Progress _ -> {
                    patience = silence;
                    late = "it sent nothing for " + silence.toSeconds() + " s";
                }
                case News.End end -> {
                    return end.all;
                }
                case News.Failed failed -> throw failed.cause;
            }
        }
    }

    private static News read(Path file, int limit, BlockingQueue<News> news) {
        try (InputStream in = Files.newInputStream(file)) {
            news.add(new News.Progress());
            return new News.End(InputFile.drain(new Told(in, news), limit, file.toString()));
        } catch (IOException e) {
            return new News.Failed(e);
        }
    }

    /** Tells of each piece that came. */
    private static final class Told extends InputStream {
        private final InputStream in;
        private final BlockingQueue<News> news;

        Told(InputStream in, BlockingQueue<News> news) {
            this.in = in;
            this.news = news;
        }

        @Override
        public int read() throws IOException {
            int each = in.read();
            news.add(new News.Progress());
            return each;
        }

        @Override
        public int read(byte[] to, int from, int count) throws IOException {
            int came = in.read(to, from, Math.min(count, PIECE));
            news.add(new News.Progress());
            return came;
        }
    }
}
