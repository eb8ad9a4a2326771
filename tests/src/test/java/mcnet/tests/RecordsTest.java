package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xbill.DNS.Name;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/** The records of a zone, as a name server gets them that fetches it. */
@TestMethodOrder(OrderAnnotation.class)
class RecordsTest extends LabStory {
    private static final String FILE = "names.mcnet";
    private static final String RECORDS = """
              record www { a = [198.51.100.210, 198.51.100.211]  ttl = 10m }
              record mail {
                mx      = ["10 mx1.shop.test."]
                txt     = ["v=spf1 mx -all", "he said \\"yes\\", twice"]
                entries = ["60 CAA 0 issue \\"ca.example.org\\""]
              }
            """;
    private static final String BY_HAND = "/1.0/network-zones/shop.test/records";

    private static String secondary;

    @BeforeAll
    static void served() throws IOException {
        lab.on("micro1", "lxc", "config", "set", "core.dns_address=" + lab.here("10.77.0.1") + ":53");
        try (Socket here = new Socket(lab.here("10.77.0.1"), 53)) {
            secondary = here.getLocalAddress().getHostAddress();
        }
    }

    private static String zone(String records) {
        return "program names\nzone shop.test {\n  nameservers = [\"ns1.shop.test\"]\n  secondary here { address = "
                + secondary + " }\n" + records + "}\n";
    }

    /** What a transfer of the zone brings beside its SOA and NS, sorted: {@code www 600 A 198.51.100.210}. */
    private static List<String> transferred() throws IOException, ZoneTransferException {
        Name zone = Name.fromString("shop.test.");
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(zone, lab.here("10.77.0.1"), 53, null);
        transfer.run();
        return transfer.getAXFR().stream().filter(r -> !r.getName().equals(zone))
                .map(r -> r.getName().relativize(zone) + " " + r.getTTL() + " "
                        + org.xbill.DNS.Type.string(r.getType()) + " " + r.rdataToString())
                .sorted().collect(Collectors.toList());
    }

    @Test
    @Order(1)
    void recordsAreServed() throws Exception {
        lab.settle(FILE, zone(RECORDS));
        assertEquals(List.of("mail 300 MX 10 mx1.shop.test.", "mail 300 TXT \"he said \\\"yes\\\", twice\"",
                "mail 300 TXT \"v=spf1 mx -all\"", "mail 60 CAA 0 issue \"ca.example.org\"",
                lab.here("www 600 A 198.51.100.210"), lab.here("www 600 A 198.51.100.211")), transferred());
        lab.importsItself(FILE);
    }

    @Test
    @Order(2)
    void theyChangeWithTheFile() throws Exception {
        lab.settle(FILE, zone("""
                  record www { a = [198.51.100.212]  aaaa = [fd42:9::212] }
                  record old { cname = "www.shop.test." }
                """));
        assertEquals(List.of("old 300 CNAME www.shop.test.", lab.here("www 300 A 198.51.100.212"),
                "www 300 AAAA fd42:9:0:0:0:0:0:212"), transferred());
    }

    @Test
    @Order(3)
    void aHandsChangeIsDriftAndMended() throws Exception {
        String own = lab.on("micro1", "lxc", "query", BY_HAND + "/www").strip();
        lab.on("micro1", "lxc", "query", "--wait", "-X", "PUT", "-d",
                "{\"config\":" + own.replaceAll("(?s).*\"config\":\\s*(\\{.*?\\}).*", "$1")
                        + ",\"entries\":[{\"type\":\"A\",\"value\":\"10.9.9.9\"}]}",
                BY_HAND + "/www");
        Mcnet.Result drift = lab.mcnet("drift");
        assertAll(() -> assertEquals(2, drift.status(), drift::toString),
                () -> assertTrue(drift.out().contains("10.9.9.9"), drift::toString));
        works(lab.mcnet("apply", "--yes"));
        assertTrue(transferred().contains(lab.here("www 300 A 198.51.100.212")), () -> drift.out());
        assertEquals(0, lab.mcnet("plan", "--detailed-exitcode").status());
    }

    /** Why check wants a dot at the end of names. */
    @Test
    @Order(4)
    void oneRelativeNameSilencesTheWholeZone() throws Exception {
        lab.on("micro1", "lxc", "query", "--wait", "-X", "POST", "-d",
                "{\"name\":\"bad\",\"config\":{},\"entries\":[{\"type\":\"CNAME\",\"value\":\"www\"}]}", BY_HAND);
        assertThrows(ZoneTransferException.class, RecordsTest::transferred);
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(0, plan.status(), plan::toString);
        lab.write(FILE, "program names\n");
        Mcnet.Result refused = lab.mcnet("plan");
        assertAll(() -> assertEquals(1, refused.status(), refused::toString),
                () -> assertTrue(refused.err().contains("lxc network zone record delete shop.test bad"),
                        refused::toString));
        lab.on("micro1", "lxc", "query", "--wait", "-X", "DELETE", BY_HAND + "/bad");
    }

    @Test
    @Order(5)
    void theyGoWithTheirZone() {
        lab.settle(FILE, zone("  record alone { a = [198.51.100.213] }\n"));
        assertEquals("alone", lab.on("micro1", "sh", "-c",
                "lxc query " + BY_HAND + " | sed -n 's|.*/records/\\([a-z]*\\)\".*|\\1|p'").strip());
        lab.settle(FILE, "program names\n");
        assertEquals("", lab.on("micro1", "lxc", "network", "zone", "list", "-f", "csv").strip());
    }
}
