package mcnet.ssh.hostkeys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of keys, up to a size that no such file reaches: a program may name any path, {@code /dev/zero} too. */
final class KeyFileReader {
    private static final int MOST_BYTES = 16 << 20;

    private KeyFileReader() {}

    static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) throw new IOException(file + " is larger than 16 MiB");
            return bytes;
        }
    }
}
