package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/** What reads otherwise than a reader might think. */
class ReadingTest {

    @Test
    void aTrailingPortIsTheDestinations() {
        assertSame("allow ingress tcp 5432 from network web", "allow ingress tcp from network web port 5432");
    }

    @Test
    void aBlockBehindAReferenceIsABlock() {
        assertEquals("(Attribute<Name<uplink false> Word<public>>\nBlock<Name<ipv4 false> Body<()>>)",
                tree("uplink = public ipv4 { }"));
    }

    @Test
    void aPortBelongsToTheTargetBeforeIt() {
        String tree = tree("tcp 80 -> a port 8080, b port 8080, 8081");
        assertEquals("(Statement<Translation<Ports<tcp (Literal<WHOLE 80>)> (Target<Word<a> (Literal<WHOLE 8080>)>\n"
                + "Target<Word<b> (Literal<WHOLE 8080>\nLiteral<WHOLE 8081>)>) ->>)", tree);
    }

    @Test
    void namedServicesStandBehindUsing() {
        assertEquals("(Expect<(Reach<REACHES (Place<Word<web>>) (Place<Word<db>>) (Named<Name<postgres false>>) ->)>)",
                tree("expect { web reaches db using postgres }"));
    }

    @Test
    void notIsAnotherWordForNever() {
        assertSame("expect { internet never reaches db }", "expect { internet not reaches db }");
    }

    @Test
    void aDashInANameIsPartOfIt() {
        assertEquals("(Let<Name<a false> Word<i-1>>)", tree("let a = i-1"));
        assertEquals("(Let<Name<a false> Binary<- Word<i> Literal<WHOLE 1>>>)", tree("let a = i - 1"));
    }

    @Test
    void aDottedWordIsOne() {
        assertEquals("(Attribute<Name<nic false> Word<enp5s0.100>>)", tree("nic = enp5s0.100"));
    }

    @Test
    void anAddressWithAPortBehindAColonIsAnAddress() {
        ParseResult parsed = Trees.parse("tcp 443 -> fd42::1:8443");
        assertEquals("MC0150 `fd42::1:8443` is one IPv6 address | write fd42::1 port 8443 if a port was meant",
                told(parsed));
    }

    @Test
    void semicolonsAreBlanks() {
        assertSame("nic = eth0 vlan = 3", "nic = eth0; vlan = 3;");
    }

    @Test
    void lineEndsOfWindowsAreLineEnds() {
        assertSame("nic = eth0\nvlan = 3", "\ufeffnic = eth0\r\nvlan = 3\r\n");
    }

    @Test
    void commentsBeginWithAHashOnly() {
        assertSame("nic = eth0", "# a { comment\nnic = eth0 # }");
        assertEquals("MC0105 `//` does not begin a comment | write # instead", told(Trees.parse("nic = eth0 // x")));
    }

    @Test
    void textsHoldWhatStandsInThem() {
        assertEquals("(Attribute<Name<d false> Text<a \"b\" ${c} # – “>>)", tree("d = \"a \\\"b\\\" ${c} # – “\""));
        assertEquals("(Attribute<Name<d false> Text<one\ntwo>>)", tree("d = \"\"\"\n  one\n  two\n  \"\"\""));
    }

    @Test
    void attributesNeedNoCommaAndItIsSaidOnceForABlock() {
        assertEquals("MC0130 attributes need no comma | remove the comma",
                told(Trees.parse("a { b = 1, c = 2, d = 3 }")));
    }

    @Test
    void aForgottenValueIsSaidAtItsAttribute() {
        ParseResult parsed = Trees.parse("a {\n  nic =\n  vlan = 3\n}");
        assertEquals("MC0124 nic has no value | write the value, or remove the line", told(parsed));
        assertEquals("test.mcnet:2:3", parsed.diagnostics().getFirst().labels().getFirst().span().toString());
    }

    @Test
    void indentationTellsWhichBlockWasMeant() {
        String text = "network web {\n  ipv4 {\n    nat = true\n  }\n\nnetwork db {\n  nat = true\n}\n";
        ParseResult parsed = Trees.parse(text);
        assertEquals("MC0121 `network web {` at 1 was not closed | add `}`", told(parsed));
        assertEquals(2, parsed.file().items().size());
    }

    @Test
    void nothingIsReadBeyondTwoHundredLevels() {
        assertEquals(List.of(), Trees.parse("a = " + "[".repeat(199) + "]".repeat(199)).diagnostics());
        for (String deep : List.of("[", "a {", "f(", "not ", "1 + ", "if a then b else "))
            assertEquals("MC0123", Trees.parse("a = " + deep.repeat(2000)).diagnostics().getFirst().code(), deep);
    }

    @Test
    void aLongListOfRulesIsNotDeep() {
        assertEquals(List.of(), Trees.parse("acl a { " + "allow ingress icmp4 8/0 from peer web/db ".repeat(1000) + "}")
                .diagnostics());
    }

    private static void assertSame(String expected, String text) {
        ParseResult parsed = Trees.parse(text);
        if (!text.contains("//"))
            assertEquals(List.of(), parsed.diagnostics());
        assertEquals(tree(expected), Trees.items(parsed.file()));
    }

    private static String tree(String text) {
        ParseResult parsed = Trees.parse(text);
        assertEquals(List.of(), parsed.diagnostics(), text);
        return Trees.items(parsed.file());
    }

    private static String told(ParseResult parsed) {
        return parsed.diagnostics()
                .stream()
                .map((Diagnostic d) -> d.code() + " " + d.message() + " | " + d.fix())
                .collect(Collectors.joining("\n"));
    }
}
