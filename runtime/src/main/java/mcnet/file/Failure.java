package mcnet.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import mcnet.diagnostic.Diagnostic;

/** The errors of this package. */
final class Failure {
    private Failure() {}

    /** MC0013, by the reason that the system gives. */
    static FileException write(Path file, IOException cause) {
        if (cause instanceof FileException told) return told;
        Path folder = folder(file);
        return switch (cause) {
            case NoSuchFileException _ when !Files.isDirectory(folder) ->
                write(file, "no such folder: " + folder, "create it: mkdir -p " + folder, cause);
            case AccessDeniedException denied -> write(file, "permission denied: " + denied.getFile(),
                    "mcnet writes a new file beside the old one and renames it, so it needs the right to write in "
                            + folder + ": ls -ld " + folder,
                    cause);
            default -> write(file, IoReason.of(cause), "check the free space and the permissions: df -h " + folder
                    + "; ls -ld " + folder + "; what " + file + " contained before is unchanged", cause);
        };
    }

    static FileException write(Path file, String why, String fix, IOException cause) {
        return new FileException(Diagnostic.error("MC0013", "cannot write " + file).why(why).fix(fix), cause);
    }

    /** MC0014. */
    static FileException anotherKind(Path file, Content content) {
        return new FileException(Diagnostic.error("MC0014", file + " is not " + content.noun())
                .why("mcnet overwrites only files of this kind")
                .fix("choose another file, or add --force to overwrite " + file), null);
    }

    /** The words of the system without the names of files around them. */
    static Path folder(Path file) {
        return file.toAbsolutePath().getParent() == null ? file.toAbsolutePath() : file.toAbsolutePath().getParent();
    }
}
