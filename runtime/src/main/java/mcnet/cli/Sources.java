package mcnet.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;

/**
 * The texts of one program, read from files and folders.
 *
 * @param problems what could not be read
 */
record Sources(List<Source> texts, List<Diagnostic> problems) {
    private static final String ENDING = ".mcnet";

    /** @param names files or folders; none: the current folder */
    static Sources read(List<String> names) {
        List<Source> texts = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (String name : names.isEmpty() ? List.of(".") : names) {
            Path path = Path.of(name);
            try {
                if (Files.isDirectory(path)) readFolder(path, texts, problems);
                else
                    texts.add(read(path.normalize()));
            } catch (CharacterCodingException e) {
                problems.add(Diagnostic.error("MC0002", name + " is no text")
                        .why("a .mcnet file is text in UTF-8, and this has bytes that are none")
                        .fix("see what it is: file " + name));
            } catch (IOException e) {
                problems.add(unreadable(path));
            }
        }
        return new Sources(texts, problems);
    }

    private static void readFolder(Path folder, List<Source> texts, List<Diagnostic> problems) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
        }
        if (files.isEmpty()) {
            problems.add(Diagnostic.error("MC0003", "there is no .mcnet file in " + folder)
                    .why("a folder stands for all .mcnet files in it").fix("name a file, or another folder"));
        }
        for (Path file : files) texts.add(read(file.normalize()));
    }

    static Source read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new Source(file.toString(),
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    }

    private static Diagnostic unreadable(Path path) {
        boolean there = Files.exists(path);
        return Diagnostic.error("MC0001", "cannot read " + path)
                .why(there ? "its permissions do not let you" : "there is no such file")
                .fix(there ? "see its owner and mode: ls -l " + path : "check the name; mcnet reads files and folders");
    }
}
