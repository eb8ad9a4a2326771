package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An uplink that changes under its networks, and one that is somebody else's. */
abstract class FabricUplinks extends FabricStory {
    @TempDir
    Path other;

    @Test
    void anUplinksGatewayChangesByHandAndItsNetworksDoNotHearOfIt() {
        UNDO.push(() -> {
            lab.write("broken.mcnet", PROGRAM);
            lab.mcnet("apply", "--yes");
        });
        lab.write("broken.mcnet", PROGRAM.replace("gateway = 198.51.100.1/24", "gateway = 198.51.100.2/24"));
        lab.on("micro1", "lxc", "network", "set", "public", lab.here("ipv4.gateway=198.51.100.2/24"));
        rewrite(failed("it goes to " + lab.here("198.51.100.1") + ", but the gateway is "
                + lab.here("198.51.100.2")));
        assertEquals(0, lab.mcnet("verify").status());
    }

    /** A plan has the networks hear of it. */
    @Test
    void anUplinksGatewayChangesByAPlan() {
        UNDO.push(() -> {
            lab.write("broken.mcnet", PROGRAM);
            lab.mcnet("apply", "--yes");
        });
        lab.write("broken.mcnet", PROGRAM.replace("gateway = 198.51.100.1/24", "gateway = 198.51.100.2/24"));
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(0, apply.status(), apply::toString),
                () -> assertTrue(apply.out().contains("renew network web after uplink public done"), apply::toString));
    }

    @Test
    void whatTheFileSaysOfAnothersUplinkIsHeldAgainstTheCluster() {
        String text = """
                program tenant
                existing uplink public { nic = eth0  on micro3 { nic = enp5s0 }
                  ipv4 { gateway = 198.51.100.1/24  routes = [%s] } }
                network shop { uplink = public  ipv4 { address = 10.42.7.1/24  nat = true }%s }
                """;
        LabCluster tenant = lab.with(other);
        tenant.settle("tenant.mcnet", text.formatted("198.51.100.208/28", ""));
        Mcnet.Result verify = tenant.mcnet("verify", "-v");
        assertAll(() -> assertEquals(0, verify.status(), verify::toString),
                () -> assertTrue(verify.out().contains("gateway answers on the uplink (IPv4)"), verify::toString),
                () -> assertTrue(verify.out().contains("NIC has a carrier on micro3"), verify::toString),
                () -> assertTrue(verify.out().contains("is as declared"), verify::toString));

        tenant.write("tenant.mcnet", text.formatted("198.51.100.192/27", "").replace("= enp5s0", "= eth9"));
        Mcnet.Result plan = tenant.mcnet("plan");
        Mcnet.Result claimed = tenant.mcnet("verify");
        assertAll(() -> assertEquals(1, plan.status(), plan::toString),
                () -> assertTrue(plan.err().contains("error[MC0840]: uplink public differs from the file: ipv4.routes"
                        + " is " + lab.here("198.51.100.208/28")), plan::toString),
                () -> assertTrue(plan.err().contains("nic on micro3 is enp5s0, not eth9"), plan::toString),
                () -> assertEquals(1, claimed.status(), claimed::toString));

        tenant.write("tenant.mcnet",
                text.formatted("198.51.100.208/28", " forward 198.51.100.240 { otherwise -> 10.42.7.9 }")
                        .replace("  routes = [198.51.100.208/28]", ""));
        Mcnet.Result forward = tenant.mcnet("plan");
        assertAll(() -> assertEquals(1, forward.status(), forward::toString),
                () -> assertTrue(forward.err().contains("error[MC0841]: forward " + lab.here("198.51.100.240")
                        + " of shop is outside the routes of uplink public"), forward::toString));
        tenant.settle("tenant.mcnet", "program tenant\n");
    }
}
