package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import mcnet.grammar.tree.Item;
import org.junit.jupiter.api.Test;

/** The law of a language without line ends: two items beside each other are the two items they are. */
class JuxtapositionTest {

    @Test
    void everyPairOfItemsReadsAsTheTwoItemsItIs() {
        List<String> items = Resources.items();
        List<String> alone = items.stream().map(this::tree).toList();
        for (int a = 0; a < items.size(); a++)
            for (int b = 0; b < items.size(); b++) {
                String both = items.get(a) + " " + items.get(b);
                assertEquals("(" + alone.get(a) + "\n" + alone.get(b) + ")", Trees.items(read(both)), both);
            }
    }

    private String tree(String item) {
        List<Item> items = new ArrayList<>(read(item).items());
        assertEquals(1, items.size(), item);
        return Trees.text(items.getFirst());
    }

    private static mcnet.grammar.tree.SourceFile read(String text) {
        ParseResult parsed = Trees.parse(text);
        assertEquals(List.of(), parsed.diagnostics(), text);
        return parsed.file();
    }
}
