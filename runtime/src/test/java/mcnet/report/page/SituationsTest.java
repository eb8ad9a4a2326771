package mcnet.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The situations of pages are messages of recorded cases, word for word, so that they cannot grow old. */
class SituationsTest {
    private static final List<Path> CASES = List.of(Path.of("src/test/resources/check"),
            Path.of("src/test/resources/preseed"), Path.of("../tests/plan"), Path.of("../tests/cli"),
            Path.of("../tests/import"), Path.of("../tests/connections"), Path.of("../tests/applies"));
    private static final Pattern GOLDEN = Pattern.compile("expected\\.(txt|err|out)|.*\\.err");

    @Test
    void eachStandsInARecordedCase() throws IOException {
        List<String> goldens = goldens();
        List<String> unknown = new ArrayList<>();
        for (CodePage page : CodePages.all().values())
            page.situation().filter(situation -> goldens.stream().noneMatch(g -> g.contains(situation.text())))
                    .ifPresent(_ -> unknown.add(page.code()));
        assertEquals(List.of(), unknown);
    }

    @Test
    void eachIsOfItsPage() {
        for (CodePage page : CodePages.all().values())
            page.situation().ifPresent(situation -> {
                assertEquals("text", situation.language(), page.code());
                assertTrue(situation.text().contains("[" + page.code() + "]: "), page.code());
            });
    }

    private static List<String> goldens() throws IOException {
        List<String> goldens = new ArrayList<>();
        for (Path folder : CASES)
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> GOLDEN.matcher(f.getFileName().toString()).matches()).toList())
                    goldens.add(Files.readString(file));
            }
        return goldens;
    }
}
