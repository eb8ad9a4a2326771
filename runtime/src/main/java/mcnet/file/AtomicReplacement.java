package mcnet.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A new text in the place of an old one: written beside it, synced, renamed, and the folder synced. Whenever it stops,
 * the place holds one of the two whole ({@code rename(2)}: "newpath will be atomically replaced").
 */
final class AtomicReplacement {
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FOLDER = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private AtomicReplacement() {}

    /**
     * @param file behind all links; need not exist
     * @param like whose mode and owner the new file gets; empty: only its owner may read it
     */
    static void of(Path file, byte[] content, Optional<PosixFileAttributes> like) throws IOException {
        Path folder = Failure.folder(file);
        Path beside = Files.createTempFile(folder, ".mcnet-", ".tmp", PRIVATE);
        try {
            fill(beside, content, like);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        sync(folder);
    }

    /**
     * The first text of a file that only its owner may read.
     *
     * @return false where the file is there already ({@code link(2)}: "If newpath exists, it will not be overwritten")
     */
    static boolean once(Path file, byte[] content) throws IOException {
        Path folder = Failure.folder(file);
        Path beside = Files.createTempFile(folder, ".mcnet-", ".tmp", PRIVATE);
        try {
            fill(beside, content, Optional.empty());
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.delete(beside);
        }
        sync(folder);
        return true;
    }

    private static void fill(Path file, byte[] content, Optional<PosixFileAttributes> like) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(out, content);
            if (like.isPresent()) take(like.get(), file);
            out.force(true);
        }
    }

    static void writeAll(FileChannel out, byte[] content) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) out.write(left);
    }

    /** The owner first: a change of owner may clear bits of the mode ({@code chown(2)}). */
    private static void take(PosixFileAttributes like, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(like.owner())) view.setOwner(like.owner());
        if (!now.group().equals(like.group())) view.setGroup(like.group());
        view.setPermissions(like.permissions());
    }

    /** Makes the names in a folder last. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
