package mcnet.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.Compiler;
import mcnet.schema.Attribute;
import mcnet.schema.Index;
import mcnet.schema.Kind;
import mcnet.schema.StatementKinds;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code mcnet explain} says of a kind is what the check holds of it. */
class KindTextTest {
    private static final Index INDEX = TestIndex.INDEX;
    /** A sentence in a place where none such may stand. */
    private static final Set<String> MISPLACED = Set.of("MC0251", "MC0252");

    static Stream<Kind> kinds() {
        return INDEX.kinds().values().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindTellsAllThatMayStandInIt(Kind kind) {
        String text = KindText.of(INDEX, kind.name()).orElseThrow();
        for (Attribute attribute : kind.writable())
            assertTrue(lines(text).anyMatch(l -> l.startsWith("  " + attribute.path() + " ")), attribute.path());
        Set<String> inside = kinds().filter(k -> k.places().contains(kind.name())).map(Kind::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(inside, section(text, "Declarations in it:").map(l -> l.strip().split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(kind.statements().stream().map(StatementKinds::example).toList(),
                section(text, "Sentences in it:").map(String::strip).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceTellsWhereItStands(StatementKinds sort) {
        String word = sort.example().split(" ")[0];
        String text = KindText.of(INDEX, word).orElseThrow();
        assertTrue(text.contains(sort.example()), text);
        Set<String> homes = kinds().filter(k -> k.statements().contains(sort)).map(Kind::name)
                .collect(Collectors.toSet());
        assertFalse(homes.isEmpty());
        homes.forEach(home -> assertTrue(text.matches("(?s).*It is written in [^.]*\\ban? " + home + "\\b.*"), text));
    }

    /** The example stands where it is said to stand, and in no other kind. */
    @ParameterizedTest
    @EnumSource
    void theExampleIsTakenThereAndNowhereElse(StatementKinds sort) {
        for (Kind kind : kinds().filter(k -> k.mayStandIn("") && !k.name().equals("peer")).toList()) {
            List<String> codes = codes(kind.name() + " \"x\" {\n" + sort.example() + "\n}\n");
            assertEquals(!kind.statements().contains(sort), codes.stream().anyMatch(MISPLACED::contains),
                    kind.name() + " " + codes);
        }
    }

    /** An address is set to none; a domain is the server's, or whoever's who set it. */
    @Test
    void whatLeavingAnAttributeOutMeansIsTold() {
        assertTrue(KindText.of(INDEX, "network.ipv4.address").orElseThrow().contains("mcnet sets it to none"));
        String domain = KindText.of(INDEX, "network.domain").orElseThrow();
        assertTrue(domain.contains("values set elsewhere are kept, and are not drift"), domain);
        for (Kind kind : kinds().toList())
            for (Attribute attribute : kind.writable())
                assertFalse(KindText.of(INDEX, kind.name() + "." + attribute.path()).orElseThrow()
                        .contains("if not said"), attribute.path());
    }

    private static List<String> codes(String text) {
        return Compiler.compile(List.of(new Source("shop.mcnet", text)), INDEX).diagnostics().stream()
                .map(Diagnostic::code).toList();
    }

    private static Stream<String> section(String text, String title) {
        return lines(text).dropWhile(l -> !l.equals(title)).skip(1).takeWhile(l -> l.startsWith("  "));
    }

    private static Stream<String> lines(String text) {
        return text.lines();
    }
}
