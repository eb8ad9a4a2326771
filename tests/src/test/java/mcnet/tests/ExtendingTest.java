package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The developers' pages lead somewhere: all that they link is there, and a change touches no more than they say. */
class ExtendingTest {
    private static final Path DOCS = Mcnet.HOME.resolve("docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern WALKTHROUGH = Pattern.compile("(?ms)^## [^\\n]*: (\\d) files?\\n(.*?)(?=^## |\\z)");
    /** From one numbered item to the next, or to the paragraph behind the last. */
    private static final Pattern ITEM = Pattern.compile("(?m)^\\d\\. .*(?:\\n   .*)*");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)\\bas\\s+\\[[^\\]]*\\]\\([^)]*\\)");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(Mcnet.HOME.resolve("CONTRIBUTING.md"), Mcnet.HOME.resolve("README.md")));
        try (Stream<Path> docs = Files.list(DOCS)) {
            docs.filter(p -> p.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        List<String> broken = LINK.matcher(Files.readString(page)).results().map(m -> m.group(1))
                .filter(link -> !Files.exists(page.getParent().resolve(link))).toList();
        assertEquals(List.of(), broken);
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void aChangeTouchesNoMoreFilesThanItsHeadlineSays(int files, String text) {
        List<String> own = ITEM.matcher(text).results().map(MatchResult::group)
                .map(item -> EXAMPLE.matcher(item).replaceAll("")).flatMap(item -> LINK.matcher(item).results())
                .map(m -> m.group(1)).distinct().toList();
        long items = ITEM.matcher(text).results().count();
        assertTrue(items > 0 && Math.max(items, own.size()) <= files, () -> own + "\n" + text);
    }

    static Stream<Object[]> walkthroughs() throws IOException {
        List<Object[]> all = WALKTHROUGH.matcher(Files.readString(DOCS.resolve("extending.md"))).results()
                .map(m -> new Object[]{Integer.parseInt(m.group(1)), m.group(2)}).toList();
        assertEquals(6, all.size());
        return all.stream();
    }
}
