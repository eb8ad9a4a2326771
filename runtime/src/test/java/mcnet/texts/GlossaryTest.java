package mcnet.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.texts.UserTexts.UserText;
import org.junit.jupiter.api.Test;

/** The terms of {@code docs/glossary.md} are where the page says: in a message, in JSON, in code. */
class GlossaryTest {
    private static final Path PAGE = UserTexts.ROOT.resolve("docs/glossary.md");
    private static final Pattern QUOTED = Pattern.compile("`` `(.*?)` ``|`([^`]+)`");

    /** A line of the tables; a dash where a term does not occur. */
    private record Term(String name, String meaning, List<String> messages, List<String> json, List<String> code) {

        static Term of(String line) {
            String[] cells = line.split("\\s*\\|\\s*");
            assertEquals(6, cells.length, line);
            return new Term(cells[1], cells[2], quoted(cells[3]), quoted(cells[4]), quoted(cells[5]));
        }

        private static List<String> quoted(String cell) {
            return QUOTED.matcher(cell).results().map(m -> m.group(1) == null ? m.group(2) : "`" + m.group(1) + "`")
                    .toList();
        }
    }

    @Test
    void eachMessageIsInATextOfMcnet() throws IOException {
        List<String> texts = UserTexts.literals().stream().map(UserText::text).toList();
        assertEquals(List.of(), missing(Term::messages, message -> texts.stream().anyMatch(t -> t.contains(message))));
    }

    @Test
    void eachFieldIsInJsonThatMcnetWrites() throws IOException {
        Set<String> literals = UserTexts.literals().stream().map(UserText::text).collect(Collectors.toSet());
        assertEquals(List.of(), missing(Term::json, literals::contains));
    }

    @Test
    void eachClassIsThere() throws IOException {
        try (Stream<Path> runtime = Files.walk(UserTexts.ROOT.resolve("runtime/src/main"));
                Stream<Path> grammar = Files.walk(UserTexts.ROOT.resolve("grammar/src/main"))) {
            Set<String> classes = Stream.concat(runtime, grammar).map(f -> f.getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(List.of(), missing(Term::code, name -> classes.contains(name + ".java")));
        }
    }

    @Test
    void eachTermIsThereOnceAndHasAMeaningAndAPlace() throws IOException {
        List<Term> terms = terms();
        assertTrue(terms.size() > 30, () -> terms.size() + " terms");
        assertEquals(List.of(), terms.stream().filter(t -> t.meaning().isEmpty() || t.messages().isEmpty())
                .map(Term::name).toList());
        assertEquals(terms.stream().map(Term::name).distinct().toList(), terms.stream().map(Term::name).toList());
    }

    private static List<String> missing(Function<Term, List<String>> places, Predicate<String> isThere)
            throws IOException {
        return terms().stream().flatMap(term -> places.apply(term).stream().filter(isThere.negate())
                .map(place -> term.name() + ": " + place)).toList();
    }

    private static List<Term> terms() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(l -> l.startsWith("| "))
                .filter(l -> !l.startsWith("| ---") && !l.startsWith("| term ")).map(Term::of).toList();
    }
}
