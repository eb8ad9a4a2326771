package mcnet.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written replaces only what it should. */
class OutputFileTest {
    private static final Content KEYS = Content.of("a list of keys", "key ");

    @TempDir
    Path folder;

    @Test
    void whatSomebodyChangedMeanwhileIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "newer\n");
        FileException e = assertThrows(FileException.class, () -> OutputFile.rewrite(file, "read\n", "formatted\n"));
        assertEquals("it has changed since it was read", e.diagnostic().why());
        assertEquals("newer\n", Files.readString(file));
    }

    @Test
    void aLineIsAddedBehindTheLast() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "key one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        OutputFile.append(file, "key two", KEYS);
        assertEquals("key one\nkey two\n", Files.readString(file));
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aNewFileOfLinesIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("a/b/keys");
        OutputFile.append(file, "key one", KEYS);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void noLineIsAddedToAnotherFileOrToADevice() throws IOException {
        Path file = Files.writeString(folder.resolve(".bashrc"), "alias ll=ls\n");
        assertThrows(FileException.class, () -> OutputFile.append(file, "key one", KEYS));
        assertEquals("alias ll=ls\n", Files.readString(file));
        assertThrows(FileException.class, () -> OutputFile.append(Path.of("/dev/null"), "key one", KEYS));
        assertThrows(FileException.class, () -> OutputFile.append(folder, "key one", KEYS));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        FileException e = assertThrows(FileException.class,
                () -> OutputFile.of(folder.resolve("absent/file"), KEYS, false).write("key\n"));
        assertTrue(e.diagnostic().why().startsWith("no such folder"), e.diagnostic()::why);
    }

    @Test
    void linesAreOnDiskOneByOne() throws IOException {
        try (LineFile one = LineFile.create(folder, "run", ".jsonl");
                LineFile two = LineFile.create(folder, "run",
                        ".jsonl")) {
            one.write("first");
            two.write("second");
            assertEquals("first\n", Files.readString(folder.resolve("run.jsonl")));
            assertEquals("second\n", Files.readString(folder.resolve("run-2.jsonl")));
        }
    }
}
