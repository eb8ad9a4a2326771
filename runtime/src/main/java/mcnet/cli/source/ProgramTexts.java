package mcnet.cli.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Source;
import mcnet.file.InputFile;
import mcnet.language.load.UnreadableFile;

/**
 * The texts of one program, read from files and folders.
 *
 * @param problems what could not be read
 */
public record ProgramTexts(List<Source> texts, List<Diagnostic> problems) {
    private static final String ENDING = ".mcnet";

    /** @param names files or folders; none: the current folder */
    public static ProgramTexts read(List<String> names) {
        List<Source> texts = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(".") : names) {
            for (Path file : files(Path.of(name), problems)) {
                read(file, texts, problems);
            }
        }
        return new ProgramTexts(texts, problems);
    }

    /** One file of another sort, whatever its name ends with. */
    public static ProgramTexts file(String name) {
        List<Source> texts = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        read(Path.of(name).normalize(), texts, problems);
        return new ProgramTexts(texts, problems);
    }

    private static void read(Path file, List<Source> texts, List<Diagnostic> problems) {
        try {
            texts.add(TextFile.read(file));
        } catch (UnreadableFile e) {
            problems.add(e.diagnostic());
        } catch (IOException e) {
            problems.add(unreadable(file, e));
        }
    }

    private static List<Path> files(Path path, List<Diagnostic> problems) {
        if (!Files.isDirectory(path)) {
            if (ProgramFolders.leavesWorkTree(path)) {
                problems.add(outside(path));
                return List.of();
            }
            return List.of(path.normalize());
        }
        try (Stream<Path> inside = Files.list(path)) {
            List<Path> files = inside.filter(f -> f.toString().endsWith(ENDING)).map(Path::normalize).sorted().toList();
            if (files.isEmpty()) {
                problems.add(Diagnostic.error("MC0003", "no .mcnet file in " + path)
                        .why("a folder means all .mcnet files in it").fix("name a file, or another folder"));
            }
            ProgramFolders folder = ProgramFolders.of(path);
            files.stream().filter(f -> !folder.contain(f)).map(ProgramTexts::outside).forEach(problems::add);
            return files.stream().filter(folder::contain).toList();
        } catch (IOException e) {
            problems.add(unreadable(path, e));
            return List.of();
        }
    }

    private static Diagnostic outside(Path file) {
        return Diagnostic.error("MC0460", file + " is a link to a file outside of the program's folder")
                .why("error messages show lines of the file that the link points to")
                .fix("name the file itself on the command line, or remove the link");
    }

    public static Diagnostic unreadable(Path path, IOException e) {
        Diagnostic cannot = Diagnostic.error("MC0001", "cannot read " + path);
        return switch (e) {
            case InputFile.TooLarge large -> Diagnostic.error("MC0016", path + " is too large").why(large.getReason())
                    .fix("see what it is: ls -lL " + path);
            case NoSuchFileException _ -> cannot.why("no such file")
                    .fix("check the name; mcnet reads files and folders");
            case AccessDeniedException _ -> cannot.why("permission denied")
                    .fix("see its owner and mode: ls -l " + ShellWords.quoted(path));
            case FileSystemException f ->
                cannot.why(f.getReason()).fix("see what it is: ls -l " + ShellWords.quoted(path));
            default -> cannot.why(e.getMessage()).fix("see what it is: ls -l " + ShellWords.quoted(path));
        };
    }
}
