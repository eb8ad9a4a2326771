package mcnet.cli.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcnet.diagnostic.Source;

/**
 * Where a program may reach: the git work trees of the files that the user named, or their folders where there are none;
 * and those files themselves.
 *
 * @param folders with links resolved
 * @param files with links resolved
 */
public record ProgramFolders(Set<Path> folders, Set<Path> files) {

    public static ProgramFolders of(List<Source> named) {
        Set<Path> folders = new HashSet<>();
        Set<Path> files = new HashSet<>();
        for (Source source : named) {
            try {
                Path file = Path.of(source.name()).toAbsolutePath();
                files.add(file.toRealPath());
                folders.add(tree(file.getParent().toRealPath()));
            } catch (IOException | java.nio.file.InvalidPathException noFile) {
                // A text that stands in no file reaches nowhere.
            }
        }
        return new ProgramFolders(folders, files);
    }

    /** Where the files of one folder may lead. */
    public static ProgramFolders of(Path folder) throws IOException {
        return new ProgramFolders(Set.of(tree(folder.toRealPath())), Set.of());
    }

    /** Whether it is a link of a git work tree to what lies outside: what is checked out decides where that leads. */
    static boolean leavesWorkTree(Path file) {
        if (!Files.isSymbolicLink(file)) return false;
        try {
            Path tree = tree(file.toAbsolutePath().getParent().toRealPath());
            return Files.exists(tree.resolve(".git")) && Files.exists(file) && !file.toRealPath().startsWith(tree);
        } catch (IOException e) {
            return false;
        }
    }

    /** The nearest folder above that git works in, else the folder itself. */
    private static Path tree(Path folder) {
        for (Path each = folder; each != null; each = each.getParent())
            if (Files.exists(each.resolve(".git"))) return each;
        return folder;
    }

    /** Also where the file is not there: then of its folder. */
    boolean contain(Path file) {
        try {
            Path path = file.toAbsolutePath().normalize();
            Path real = Files.exists(path) ? path.toRealPath() : existing(path);
            return files.contains(real) || folders.stream().anyMatch(real::startsWith);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path existing(Path path) throws IOException {
        Path each = path;
        while (each != null && !Files.exists(each)) each = each.getParent();
        return each == null ? path : each.toRealPath().resolve(each.relativize(path)).normalize();
    }
}
