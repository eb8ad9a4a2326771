package mcnet.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.cli.CommandInput;
import mcnet.cli.KnownKinds;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the examples expect is proved, and an example that is changed for the worse breaks it. */
class ExampleExpectationsTest {
    private static final KnownKinds KINDS = new KnownKinds(TestIndex.INDEX, Optional.empty(), List.of());
    private static final Pattern REACH = Pattern.compile("MC0292|MC0488|MC0489|MC0490|MC0491");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            rules/rules.mcnet | flow web -> db using postgres | flow web -> db tcp 5433 | MC0488
            rules/rules.mcnet | tcp 22 from office | tcp 22 | MC0489
            rules/rules.mcnet | tcp 80, 443 -> 10.42.1.10 | tcp 8080 -> 10.42.1.10 port 80 | MC0488
            shop/shop.mcnet | network db { | peer web <-> db network db { | MC0489
            microcloud-shop/shop.mcnet | network db { | peer web <-> db network db { | MC0489
            """)
    void holdsUntilItIsBroken(String example, String before, String after, String code) throws IOException {
        String text = Files.readString(Path.of("../examples").resolve(example));
        assertTrue(text.contains("expect {"));
        assertFalse(text.replace(before, after).equals(text));
        assertEquals(List.of(), codes(example, text).stream().filter(c -> REACH.matcher(c).matches()).toList());
        List<String> broken = codes(example, text.replace(before, after));
        assertTrue(broken.contains(code), broken::toString);
    }

    /** With the files that lie beside it. */
    private static List<String> codes(String example, String text) throws IOException {
        Path file = Path.of("../examples").resolve(example);
        List<Source> sources = new ArrayList<>(List.of(new Source("example.mcnet", text)));
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path each : files.filter(f -> !f.equals(file)).toList())
                sources.add(new Source(each.getFileName().toString(), Files.readString(each)));
        }
        return CommandInput.check(sources, KINDS).diagnostics().stream().map(Diagnostic::code).toList();
    }
}
