package mcnet.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be read or written, in words: the JVM tells it by the name of a class. */
public final class IoReason {
    private IoReason() {}

    public static String of(Exception cause) {
        return switch (cause) {
            case NoSuchFileException missing -> "no such file or folder: " + missing.getFile();
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
