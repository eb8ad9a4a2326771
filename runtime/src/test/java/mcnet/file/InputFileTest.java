package mcnet.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading ends. */
class InputFileTest {
    private static final Path ENDLESS = Path.of("/dev/zero");

    @TempDir
    Path folder;

    @Test
    void aFileAsLargeAsTheBoundIsRead() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[100]);
        assertEquals(100, InputFile.read(file, 100).length);
        assertThrows(InputFile.TooLarge.class, () -> InputFile.read(file, 99));
        assertThrows(InputFile.TooLarge.class, () -> InputFile.readRegular(file, 99));
    }

    @Test
    void whatNeverEndsIsTooLarge() {
        assertThrows(InputFile.TooLarge.class, () -> InputFile.read(ENDLESS, 1 << 20));
    }

    @Test
    void whatAFileNamesIsNoDeviceAndNoPipe() throws Exception {
        assertThrows(FileSystemException.class, () -> InputFile.readRegular(ENDLESS, 1 << 20));
        assertThrows(FileSystemException.class, () -> InputFile.readRegular(pipe(), 1 << 20));
    }

    @Test
    void aPipeThatNobodyWritesToIsGivenUp() throws Exception {
        Path pipe = pipe();
        FileSystemException late = assertThrows(FileSystemException.class,
                () -> PipeReader.read(pipe, 100, Duration.ofMillis(50), Duration.ofMillis(50)));
        assertTrue(late.getReason().startsWith("no process writes"), late::getReason);
    }

    @Test
    void aPipeIsReadToItsEnd() throws Exception {
        Path pipe = pipe();
        new ProcessBuilder("sh", "-c", "printf text >" + pipe).start();
        assertArrayEquals("text".getBytes(), InputFile.read(pipe, 100));
    }

    @Test
    void aStreamIsBounded() throws IOException {
        assertEquals(10, InputFile.drain(new ByteArrayInputStream(new byte[10]), 10, "stream").length);
        assertThrows(InputFile.TooLarge.class,
                () -> InputFile.drain(new ByteArrayInputStream(new byte[11]), 10, "stream"));
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }
}
