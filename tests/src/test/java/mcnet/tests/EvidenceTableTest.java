package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The table of {@code evidence.sh} is that of the pages, which is seen without a lab; {@link EvidenceTest} asks. */
class EvidenceTableTest {

    @Test
    void nothingIsQuotedThatIsNotAsked() {
        assertEquals(EvidenceTest.quoted(), EvidenceTest.asked());
    }
}
