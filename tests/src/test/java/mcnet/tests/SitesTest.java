package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for several clusters, and what the standard library brings, on real ones. */
class SitesTest extends LabStory {
    private static final String UPLINK = "ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }";
    private static final String SITES = """
            program sites

            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              on %1$s { %2$s }
              on second { %3$s }
            }

            network web {
              uplink = public
              ipv4 { nat = true }
              on %1$s { ipv4 { address = 10.42.1.1/24 } }
              on second { ipv4 { address = 10.43.1.1/24 } }
            }
            """;

    @TempDir
    static Path elsewhere;
    private static LabCluster second;

    @BeforeAll
    static void up() {
        second = LabCluster.fresh("second", elsewhere);
    }

    @AfterAll
    static void down() {
        second.close();
    }

    @Test
    void oneFileIsAppliedToTwoClustersAtOnce() throws IOException {
        Files.copy(elsewhere.resolve("cluster.mcnet"), folder.resolve("second.mcnet"));
        String name = lab.lab().name();
        Files.writeString(folder.resolve("sites.mcnet"),
                SITES.formatted(name, lab.here(UPLINK), second.here(UPLINK)));
        Mcnet mcnet = new Mcnet(folder);
        Mcnet.Result which = mcnet.run("plan");
        assertEquals(1, which.status(), which::toString);
        assertTrue(which.err().contains("error[MC0007]") && which.err().contains("--cluster "), which::toString);

        Mcnet.Execution one = mcnet.start("apply", "--yes", "--cluster", name);
        Mcnet.Execution other = mcnet.start("apply", "--yes", "--cluster", "second");
        works(one.end());
        works(other.end());
        for (String cluster : new String[]{name, "second"})
            works(mcnet.run("plan", "--detailed-exitcode", "--cluster", cluster));
        assertAll(() -> assertEquals("10.42.1.1/24", address(lab)),
                () -> assertEquals("10.43.1.1/24", address(second)));

        Files.writeString(folder.resolve("sites.mcnet"), "program sites\n");
        works(mcnet.run("apply", "--yes", "--cluster", name));
        assertEquals("10.43.1.1/24", address(second));
        works(mcnet.run("apply", "--yes", "--cluster", "second"));
        Files.delete(folder.resolve("sites.mcnet"));
        Files.delete(folder.resolve("second.mcnet"));
    }

    @Test
    void whatMicroCloudMakes() throws IOException {
        withOneNameForTheNic(() -> {
            second.write("microcloud.mcnet", Mcnet.HOME.resolve("examples/microcloud/microcloud.mcnet"));
            works(second.mcnet("apply", "--yes"));
            works(second.mcnet("plan", "--detailed-exitcode"));
            second.importsItself("microcloud.mcnet");
            String networks = second.on("micro1", "lxc", "network", "list", "-f", "csv");
            assertTrue(networks.contains("UPLINK,physical,YES") && networks.contains("default,ovn,YES"), networks);
        });
        removed("microcloud");
    }

    @Test
    void whoMayTalkToWhom() throws IOException {
        withOneNameForTheNic(() -> {
            second.write("rules.mcnet", Mcnet.HOME.resolve("examples/rules/rules.mcnet"));
            works(second.mcnet("apply", "--yes"));
            works(second.mcnet("plan", "--detailed-exitcode"));
            second.importsItself("rules.mcnet");
        });
        removed("rules");
    }

    @Test
    void whatServicesName() throws IOException {
        second.write("services.mcnet", Mcnet.HOME.resolve("examples/services/services.mcnet"));
        works(second.mcnet("apply", "--yes"));
        works(second.mcnet("plan", "--detailed-exitcode"));
        second.importsItself("services.mcnet");
        String acl = second.on("micro1", "lxc", "network", "acl", "show", "front");
        assertTrue(acl.contains("destination_port: \"5432\"") && acl.contains("icmp_type: \"128\""), acl);
        removed("services");
    }

    private static void withOneNameForTheNic(Runnable story) {
        second.on("micro3", "sh", "-c", "ip link set enp5s0 down; ip link set enp5s0 name eth0; ip link set eth0 up");
        story.run();
    }

    /** Nothing of an example is left, and the NIC has its own name again. */
    private static void removed(String program) throws IOException {
        Files.writeString(elsewhere.resolve(program + ".mcnet"), "program " + program + "\n");
        works(second.mcnet("apply", "--yes"));
        Files.delete(elsewhere.resolve(program + ".mcnet"));
        second.on("micro3", "sh", "-c",
                "[ ! -e /sys/class/net/eth0 ] || { ip link set eth0 down; ip link set eth0 name enp5s0; ip link set enp5s0 up; }");
    }

    private static String address(LabCluster lab) {
        return lab.on("micro1", "lxc", "network", "get", "web", "ipv4.address").strip();
    }

}
