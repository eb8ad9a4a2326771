package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A MicroCloud as {@code microcloud preseed} leaves it, recorded: it is imported or read from its preseed, adopted, and
 * then there is nothing to do.
 */
class MicroCloudTest {
    private static final Path RECORDINGS = Mcnet.HOME.resolve("tests/import/recordings");
    private static final Path DESTROYED = Mcnet.HOME
            .resolve("tests/plan/microcloud-destroy-gives-back-what-was-adopted");

    @TempDir
    Path folder;

    /** The preseeds that these clouds were made by: both families with an underlay, and IPv4 alone. */
    private static String preseed(String lab, boolean full) {
        StringBuilder text = new StringBuilder(
                "initiator_address: 10.77." + lab + ".1\nsession_passphrase: not-a-secret\nsystems:\n");
        for (int i = 1; i <= 3; i++)
            text.append("- name: micro%d\n  address: 10.77.%s.%d\n  ovn_uplink_interface: %s\n".formatted(i, lab, i,
                    i == 3 ? "enp5s0" : "eth0"))
                    .append(full ? "  ovn_underlay_ip: 10.88.%s.%d\n".formatted(lab, i) : "");
        text.append("ovn:\n  ipv4_gateway: 198.18.%1$s.1/24\n  ipv4_range: 198.18.%1$s.100-198.18.%1$s.149\n"
                .formatted(lab));
        if (full) text.append("  ipv6_gateway: 2001:db8:%1$s::1/64\n  dns_servers: 198.18.%1$s.1\n".formatted(lab));
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"microcloud-fresh,5,true", "microcloud-lxd521,4,true", "microcloud-ipv4-only,1,false"})
    void itsPreseedAdoptsItAndChangesNothing(String recording, String lab, boolean full) throws IOException {
        Path yaml = Files.writeString(folder.resolve("preseed.yaml"), preseed(lab, full));
        ImportedCluster.Result imported = ImportedCluster.run("import", "--from-preseed", yaml.toString());
        assertEquals(0, imported.status(), imported::toString);
        Path file = Files.writeString(folder.resolve("cloud.mcnet"), imported.out());
        assertEquals(0, ImportedCluster.run("check", file.toString()).status(), imported::out);
        ImportedCluster.Result plan = ImportedCluster.run("plan", "--format", "json", "--observed",
                RECORDINGS.resolve(recording + ".json").toString(), file.toString());
        assertEquals(0, plan.status(), () -> plan + imported.out());
        JsonNode changes = ImportedCluster.JSON.readTree(plan.out()).path("changes");
        assertTrue(changes.size() >= (full ? 3 : 2), changes::toPrettyString);
        for (JsonNode change : changes) {
            assertEquals("adopt", change.path("action").asText(), change::toPrettyString);
            for (JsonNode difference : change.path("differences"))
                assertEquals("newly-declared", difference.path("reason").asText(), change::toPrettyString);
        }
    }

    /** LXD refuses every change of network default there, so it stands as existing. */
    @Test
    void thePreseedOfIpv4AloneLeavesTheNetworkThatNobodyCanChange() throws IOException {
        Path yaml = Files.writeString(folder.resolve("preseed.yaml"), preseed("1", false));
        ImportedCluster.Result imported = ImportedCluster.run("import", "--from-preseed", yaml.toString());
        assertTrue(imported.out().contains("existing network default"), imported::toString);
        assertTrue(imported.out().contains("ipv6.address=none"), imported::toString);
    }

    /** The page of the first hour, docs/microcloud.md, on a recording: what it says to write, and what comes of it. */
    @Test
    void theFirstHourIsAsItsPageTells() throws IOException {
        List<String> blocks = Pattern.compile("```mcnet\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Mcnet.HOME.resolve("docs/microcloud.md"))).results().map(b -> b.group(1))
                .toList();
        String observed = RECORDINGS.resolve("microcloud-fresh.json").toString();
        ImportedCluster.Result imported = ImportedCluster.run("import", "--observed", observed);
        assertTrue(imported.out().startsWith("program microcloud\n\ncluster micro {"), imported::toString);
        Path file = Files.writeString(folder.resolve("cloud.mcnet"), imported.out() + blocks.get(0));
        ImportedCluster.Result unrouted = ImportedCluster.run("check", file.toString());
        String line = "ipv4 { routes = [198.18.5.200/32] }";
        assertTrue(unrouted.err().contains("error[MC0312]")
                && unrouted.err().contains("write in uplink UPLINK: " + line), unrouted::toString);
        assertTrue(blocks.get(1).contains(line), blocks::toString);
        String gateway = "ipv4 { gateway = 198.18.5.1/24  ";
        assertTrue(imported.out().contains(gateway), imported::out);
        Files.writeString(file, (imported.out() + blocks.get(0)).replace(gateway,
                gateway + "routes = [198.18.5.200/32]  "));
        ImportedCluster.Result check = ImportedCluster.run("check", file.toString());
        assertEquals(0, check.status(), check::toString);
        ImportedCluster.Result plan = ImportedCluster.run("plan", "--observed", observed, file.toString());
        assertEquals(0, plan.status(), plan::toString);
        assertTrue(plan.out().contains("Plan: 3 to create, 0 to change, 0 to remove, 3 to adopt"), plan::toString);
    }

    /** The example stands behind UPLINK as it is: nothing of MicroCloud's is touched. */
    @Test
    void theExampleTouchesNothingOfMicroClouds() throws IOException {
        Path cluster = Files.writeString(folder.resolve("cluster.mcnet"), """
                cluster micro {
                  member micro1 { address = 10.77.5.1 }
                  member micro2 { address = 10.77.5.2 }
                  member micro3 { address = 10.77.5.3 }
                }
                """);
        ImportedCluster.Result plan = ImportedCluster.run("plan", "--observed",
                RECORDINGS.resolve("microcloud-fresh.json").toString(), cluster.toString(),
                Mcnet.HOME.resolve("examples/microcloud-shop/shop.mcnet").toString());
        assertEquals(0, plan.status(), plan::toString);
        assertTrue(plan.out().contains("Plan: 3 to create, 0 to change, 0 to remove; 3 steps."), plan::toString);
    }

    /** After an own network, its rules and a forward beside what was imported and adopted: nothing is left to do. */
    @Test
    void anAppliedFileHasNothingLeftToDo() throws IOException {
        ImportedCluster.Result plan = ImportedCluster.run("plan", "--detailed-exitcode", "--observed",
                CaseObservation.whole(DESTROYED.resolve("observed.json"), folder.resolve("observed.json")).toString(),
                DESTROYED.resolve("desired.mcnet").toString());
        assertEquals(0, plan.status(), plan::toString);
        assertTrue(plan.out().contains("Nothing to do"), plan::toString);
    }
}
