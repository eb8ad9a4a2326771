package mcnet.file;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of mcnet's own. */
public final class Folders {
    private Folders() {}

    /** With all that lead to it; a new one is its owner's alone. */
    public static Path create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return folder;
        return Files.createDirectories(folder, AtomicReplacement.PRIVATE_FOLDER);
    }

    /** An empty one for work that is not finished, beside where it will lie. */
    public static Path beside(Path finished) throws IOException {
        return Files.createTempDirectory(create(Failure.folder(finished)), "making", AtomicReplacement.PRIVATE_FOLDER);
    }

    /**
     * Gives finished work its name.
     *
     * @return false where another was quicker
     */
    public static boolean publish(Path made, Path finished) throws IOException {
        try {
            Files.move(made, finished);
            return true;
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** With all that is in it; links are removed, not followed. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) Files.delete(each);
    }
}
