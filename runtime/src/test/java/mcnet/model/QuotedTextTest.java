package mcnet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mcnet.diagnostic.Source;
import mcnet.generated.Property;
import mcnet.generated.Unicode;
import mcnet.grammar.ParseResult;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a text says, what is written for it says the same. */
class QuotedTextTest {

    @Test
    void isReadAsWhatItWas() {
        Property.holds(Long.getLong("seed", 20261126), Integer.getInteger("rounds", 5000), Unicode::text, text -> {
            ParseResult parsed = Parser.parse(new Source("test.mcnet", "a = " + QuotedText.of(text)));
            assertEquals(List.of(), parsed.diagnostics());
            Item.Attribute attribute = (Item.Attribute) parsed.file().items().getFirst();
            assertEquals(text, ((Expression.Text) attribute.value()).text());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"27 \\u001b", "0 \\u0000", "8238 \\u202e", "8232 \\u2028", "13 \\r",
            "128512 😀",
            "917505 \\udb40\\udc01", "8205 \u200d"})
    void whatIsNotSeenIsSpelledOut(int character, String written) {
        assertEquals('"' + written + '"', QuotedText.of(Character.toString(character)));
    }
}
