package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every new word takes a name away from somebody's file, so nobody adds one by accident. */
class KeywordsTest {

    @Test
    void reservedWordsAreThese() {
        assertEquals("and or not in if then else for let param import use blueprint require on true false",
                String.join(" ", Keywords.reserved()));
    }

    @Test
    void wordsOfSentencesAreThese() {
        assertEquals("allow reject drop ingress egress from to port source log disabled any internal external internet "
                + "network acl address_set uplink instance peer reaches reach never only using tcp udp icmp4 icmp6 otherwise flow "
                + "service expect program existing inventory as", String.join(" ", Keywords.ofSentences()));
    }

    static List<String> attributeNames() {
        return Keywords.ofSentences().stream().filter(w -> !w.equals("otherwise") && !w.equals("expect")).toList();
    }

    @ParameterizedTest
    @MethodSource("attributeNames")
    void wordsOfSentencesMayNameAttributesAndBlocks(String word) {
        ParseResult parsed = Trees.parse("a { " + word + " = 1 " + word + " { } }");
        assertEquals(List.of(), parsed.diagnostics());
    }

    @Test
    void aQuotedWordIsAName() {
        assertEquals(List.of(),
                Trees.parse("network \"on\" { uplink = \"if\" } peer \"allow\" <-> \"for\"").diagnostics());
    }
}
