package mcnet.lxd.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import mcnet.model.ZoneEntry;
import mcnet.plan.Field;
import org.junit.jupiter.api.Test;

/** Entries in the server's spellings and in ours. */
class ZoneRecordsTest {

    @Test
    void aSpellingIsOneField() {
        assertEquals(Field.element("mx", "10 mx1.example.org."),
                ZoneRecords.field(new ZoneEntry("mx", 0, " 10   MX1.Example.org. "), 0));
        assertEquals(Field.element("aaaa", "2001:db8::1"),
                ZoneRecords.field(new ZoneEntry("AAAA", 300, "2001:DB8:0::1"), 0));
    }

    @Test
    void aTtlOfItsOwnIsWrittenInFront() {
        assertEquals(Field.element("entries", "60 A 198.51.100.1"),
                ZoneRecords.field(new ZoneEntry("A", 60, "198.51.100.1"), 0));
        assertEquals(Field.element("a", "198.51.100.1"), ZoneRecords.field(new ZoneEntry("A", 60, "198.51.100.1"), 60));
        assertEquals(Optional.of(new ZoneEntry("A", 60, "198.51.100.1")), ZoneEntry.read("60 a 198.51.100.1", 0));
        assertEquals(Optional.of(new ZoneEntry("A", 7, "198.51.100.1")), ZoneEntry.read("A 198.51.100.1", 7));
        assertEquals(Optional.empty(), ZoneEntry.read("A", 0));
    }

    /** Without quotes each word is a piece of its own, and readers join pieces without a blank. */
    @Test
    void aTextWithoutQuotesIsNotTheTextWithThem() {
        assertEquals(Field.element("txt", "v=spf1 mx -all"),
                ZoneRecords.field(ZoneEntry.of("txt", "v=spf1 mx -all", 0), 0));
        assertEquals(Field.element("entries", "TXT \"v=spf1\" \"mx\" \"-all\""),
                ZoneRecords.field(new ZoneEntry("TXT", 0, "v=spf1 mx -all"), 0));
        assertEquals(Field.element("txt", "plain"), ZoneRecords.field(new ZoneEntry("TXT", 0, "plain"), 0));
    }

    @Test
    void whatNoNameServerReadsIsToldWhy() {
        assertTrue(new ZoneEntry("A", 0, "2001:db8::1").fault().isPresent());
        assertTrue(new ZoneEntry("NONSENSE", 0, "x").fault().isPresent());
        assertTrue(new ZoneEntry("MX", 0, "10 mail.example.org.").fault().isEmpty());
    }

    /** Texts of any characters and lengths come back as they were: 2,000 of them. */
    @Test
    void anyTextIsReadAsItWasWritten() {
        Random random = new Random(411223347);
        for (int round = 0; round < 2000; round++) {
            int length = 1 + random.nextInt(round % 10 == 0 ? 700 : 30);
            StringBuilder text = new StringBuilder();
            while (text.length() < length)
                text.appendCodePoint(random.nextInt(4) > 0 ? ' ' + random.nextInt(95) : 0xa1 + random.nextInt(0x2000));
            String said = text.toString();
            ZoneEntry entry = ZoneEntry.of("txt", said, 0);
            assertEquals(Optional.empty(), entry.fault(), said);
            assertEquals(Field.element("txt", said), ZoneRecords.field(entry, 0));
        }
    }
}
