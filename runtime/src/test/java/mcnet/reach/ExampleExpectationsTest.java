package mcnet.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
            rules/rules.mcnet | flow web -> db using postgres | #flow | MC0488
            rules/rules.mcnet | tcp 22 from office | tcp 22 | MC0489
            rules/rules.mcnet | tcp 80, 443 -> 10.42.1.10 | tcp 8080 -> 10.42.1.10 port 80 | MC0488
            shop/shop.mcnet | network db { | peer web <-> db network db { | MC0489
            microcloud-shop/shop.mcnet | network db { | peer web <-> db network db { | MC0489
            """)
    void holdsUntilItIsBroken(String example, String before, String after, String code) throws IOException {
        String text = Files.readString(Path.of("../examples").resolve(example));
        assertTrue(text.contains("expect {"));
        assertFalse(text.replace(before, after).equals(text));
        assertEquals(List.of(), codes(text));
        assertTrue(codes(text.replace(before, after)).contains(code), codes(text.replace(before, after))::toString);
    }

    private static List<String> codes(String text) {
        return CommandInput.check(List.of(new Source("example.mcnet", text)), KINDS).diagnostics().stream()
                .map(Diagnostic::code).filter(c -> REACH.matcher(c).matches()).toList();
    }
}
