package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.lab.engine.CommandExit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks on a member: its controller, its links, its bridge mapping, its tunnels. */
abstract class FabricMembers extends FabricStory {
    @TempDir
    Path other;

    /** On the gateway's member and on another, killed on one and stopped on the other, then the other way round. */
    @Test
    void controllersDieAndHang() {
        String gateway = new LabRouter(lab, "web").gateway();
        String other = gateway.equals("micro2") ? "micro3" : "micro2";
        for (String dead : List.of(gateway, other)) {
            String hung = dead.equals(gateway) ? other : gateway;
            lab.on(dead, "pkill", "-9", "-x", "ovn-controller");
            lab.on(hung, "pkill", "-STOP", "-x", "ovn-controller");
            UNDO.push(() -> lab.on(hung, "pkill", "-CONT", "-x", "ovn-controller"));
            UNDO.push(() -> lab.on(dead, "/usr/share/ovn/scripts/ovn-ctl", "start_controller"));
            Mcnet.Result status = lab.mcnet("status");
            failed("member " + dead + "\n  failed  ovn-controller answers",
                    "ovn-controller on " + dead + " does not run", "on " + dead + ": systemctl restart ovn-controller",
                    "member " + hung + "\n  failed  ovn-controller answers", "ovn-controller on " + hung + " hangs",
                    "on " + hung + ": systemctl restart ovn-controller",
                    "failed  router bound to a live chassis");
            while (!UNDO.isEmpty()) UNDO.pop().run();
            assertAll(() -> assertTrue(status.out().contains("does not run"), status::toString),
                    () -> assertTrue(status.out().contains("hangs"), status::toString));
            isWhole();
        }
    }

    /** One verification finds them all: they have nothing to do with one another. */
    @Test
    void membersLoseTheirBridgeTheirLinkAndTheirTunnelsAndAStrangerIsLeftBehind() {
        String cable = cable("micro1", "eth0");
        boolean pulled = host("ip", "link", "set", cable, "down").ok();
        UNDO.push(() -> host("ip", "link", "set", cable, "up"));
        lab.on("micro3", "ip", "link", "set", "enp5s0", "down");
        UNDO.push(() -> lab.on("micro3", "ip", "link", "set", "enp5s0", "up"));
        UNDO.push(() -> lab.on("micro2", "ip", "link", "set", "eth1-phy", "up"));
        lab.on("micro2", "sh", "-ec", """
                ip link set eth1-phy down
                for try in $(seq 300); do
                  ovs-vsctl --bare --columns=bfd_status find Interface type=geneve | grep -q state=down && exit 0
                  sleep 0.1
                done
                exit 1""");
        lab.on("micro2", "ovs-vsctl", "remove", "open_vswitch", ".", "external_ids", "ovn-bridge-mappings");
        lab.on("micro1", "ovn-sbctl", "chassis-add", "ghost", "geneve", lab.here("10.88.0.99"));
        UNDO.push(() -> lab.on("micro1", "ovn-sbctl", "chassis-del", "ghost"));
        Mcnet.Result verify = failed("stale: ghost", "ovn-sbctl chassis-del ghost", //
                "enp5s0 is down", "on micro3: ip link set enp5s0 up", //
                "BFD to micro", "UDP 6081", "ping -M do -s 1472 ", //
                "ovn-bridge-mappings has no public",
                "on micro2: ovs-vsctl set open_vswitch . external_ids:ovn-bridge-mappings=public:lxdovn");
        Matcher remap = Pattern.compile("fix: on micro2: (ovs-vsctl set .*)").matcher(verify.out());
        assertTrue(remap.find());
        lab.on("micro2", "sh", "-ec", remap.group(1));
        assumeTrue(pulled, "only root pulls the cables of a lab");
        assertTrue(
                verify.out().contains("eth0 has no carrier")
                        && verify.out().contains("run on micro1: ip link show eth0"),
                verify::toString);
    }

    @Test
    void aTunnelEndsAtTheWrongAddress() {
        lab.on("micro2", "ovs-vsctl", "set", "open_vswitch", ".",
                "external_ids:ovn-encap-ip=" + lab.here("10.77.0.2"));
        UNDO.push(() -> assertEquals(0, lab.mcnet("apply", "--yes").status()));
        failed("southbound has " + lab.here("10.77.0.2"), "mcnet apply, or on micro2: ovs-vsctl set open_vswitch");
        lab.on("micro2", "ovs-vsctl", "set", "open_vswitch", ".", "external_ids:ovn-encap-ip=" + lab.here("10.99.9.9"));
        failed("micro2 does not have " + lab.here("10.99.9.9"), "external_ids:ovn-encap-ip was changed");
    }

    @Test
    void statusCountsTheClustersMembersAndNeedsNoGoodFile() {
        String good = lab.mcnet("status").out();
        assertAll(() -> assertEquals(3, Pattern.compile("online +connected +2 of 2 up").matcher(good).results().count(),
                good), () -> assertTrue(good.contains("3 of 3"), good));

        LabCluster bad = lab.with(other);
        bad.write("tenant.mcnet", "program tenant\nnetwork shop { uplink = nowhere  mtu = wide }\n");
        Mcnet.Result shown = bad.mcnet("status");
        assertAll(() -> assertEquals(0, shown.status(), shown::toString),
                () -> assertTrue(shown.err().contains("The files have errors"), shown::toString),
                () -> assertTrue(shown.out().contains("web") && shown.out().contains("db"), shown::toString));

        bad.write("cluster.mcnet", lab.lab().clusterBlock().replaceAll("member micro[23].*", ""));
        bad.write("tenant.mcnet", "program tenant\n");
        Mcnet.Result alone = bad.mcnet("status");
        bad.write("cluster.mcnet", lab.lab().clusterBlock());
        assertAll(() -> assertEquals(0, alone.status(), alone::toString),
                () -> assertTrue(Pattern.compile("micro1 +online +connected +2 of 2 up").matcher(alone.out()).find(),
                        alone::toString),
                () -> assertTrue(Pattern.compile("micro3 +online +not asked").matcher(alone.out()).find(),
                        alone::toString));
        bad.write("tenant.mcnet", "program tenant\n");
    }

    /** The other end of a member's NIC, on the machine of the labs. */
    private static String cable(String member, String nic) {
        String index = lab.on(member, "sh", "-ec", "cat /sys/class/net/" + nic + "/iflink").strip();
        CommandExit all = host("ip", "-o", "link");
        return all.stdout().lines().filter(l -> l.startsWith(index + ": ")).findFirst().orElse(": none@")
                .replaceFirst("^\\d*: ([^@:]+).*", "$1");
    }

    private static CommandExit host(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new CommandExit(process.waitFor(), out, "");
        } catch (IOException e) {
            return new CommandExit(127, "", e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
