package mcnet.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What users read, where it is written: string literals of Java and Groovy, pages of codes, and documents. */
final class UserTexts {
    static final Path ROOT = Path.of("..");
    private static final List<String> SOURCES = List.of("grammar/src/main", "runtime/src/main", "modules");
    private static final List<String> DOCUMENTS = List.of("README.md", "LANGUAGE.md", "CONTRIBUTING.md", "docs");
    /** A comment, which nobody reads, or a literal: a text block, or one in double or single quotes. */
    private static final Pattern LITERAL = Pattern.compile("//[^\\n]*+|/\\*(?s:.*?)\\*/|\"\"\"(?s:(.*?))\"\"\""
            + "|\"([^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\"|'([^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+)'");

    /** One text; {@code place} is its file below the root. */
    record UserText(String place, String text) {}

    private UserTexts() {}

    /** All of them. */
    static List<UserText> all() {
        List<UserText> all = new ArrayList<>(literals());
        all.addAll(pages());
        all.addAll(documents());
        return all;
    }

    /** Literals of Java and Groovy; those that are joined by {@code +} are one. */
    static List<UserText> literals() {
        return files(SOURCES, ".java", ".groovy").flatMap(file -> literals(read(file)).stream()
                .map(text -> new UserText(place(file), text))).toList();
    }

    /** The pages of codes, which {@code mcnet explain} prints. */
    static List<UserText> pages() {
        return texts(List.of("runtime/src/main/resources/mcnet/codes"));
    }

    /** README, the language, and everything in docs. */
    static List<UserText> documents() {
        return texts(DOCUMENTS);
    }

    static List<String> literals(String source) {
        List<String> found = new ArrayList<>();
        int end = -1;
        Matcher matcher = LITERAL.matcher(source);
        while (matcher.find()) {
            String text = Stream.of(1, 2, 3).map(matcher::group).filter(g -> g != null).findFirst().orElse(null);
            if (text == null) continue;
            if (end >= 0 && source.substring(end, matcher.start()).strip().equals("+"))
                found.add(found.removeLast() + text);
            else
                found.add(text);
            end = matcher.end();
        }
        return found;
    }

    private static List<UserText> texts(List<String> folders) {
        return files(folders, ".md").map(file -> new UserText(place(file), read(file))).toList();
    }

    private static Stream<Path> files(List<String> places, String... endings) {
        return places.stream().map(ROOT::resolve).filter(Files::exists).flatMap(UserTexts::walk)
                .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                .filter(file -> !file.toString().contains("/target/")).sorted();
    }

    private static Stream<Path> walk(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            return all.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
