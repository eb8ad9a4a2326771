package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.lab.engine.CommandExit;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What breaks under a cluster that is as the file says. Each story breaks one thing that no plan can see, and verify
 * finds it, names the likely cause and the command that mends it; where a command can, it mends.
 */
class BrokenFabricTest {
    private static final String PROGRAM = """
            program broken
            underlay fabric { nic = eth1 }
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f] }
            }
            network web {
              uplink = public
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
              forward 198.51.100.210 { tcp 8080 -> 10.42.1.10 port 80 }
            }
            network db {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
              ipv6 { address = fd42:2::1/64  nat = true }
              acls = [db]
            }
            peer web <-> db
            acl db { allow ingress tcp 80 from 10.42.1.0/24 }
            acl worn { allow ingress tcp 81 from 10.0.0.0/8 }
            acl profiled { allow ingress tcp 82 from 10.0.0.0/8 }
            acl idle { allow ingress tcp 83 from 10.0.0.0/8 }
            profile guarded { nic eth0 { network = web  acls = [profiled] } }
            """;
    private static final String GONE = "OVN has no router port ";
    private static final Pattern REWRITE = Pattern.compile("(lxc network set (\\w+) ipv4\\.dhcp=.* ipv4\\.dhcp)");

    @TempDir
    static Path folder;
    @TempDir
    static Path other;
    private static LabCluster lab;
    private static Instances instances;
    /** What a story broke is mended after it, whatever else it found. */
    private static final Deque<Runnable> UNDO = new ArrayDeque<>();

    @BeforeAll
    static void up() {
        lab = LabCluster.fresh(folder);
        instances = Instances.of(lab);
        lab.settle("broken.mcnet", PROGRAM);
        instances.launch(new Wanted("d1", "micro2", "db", List.of("security.acls=worn")),
                new Wanted("s1", "micro3", "db", List.of("security.acls=idle")));
        lab.on("micro1", "lxc", "stop", "--force", "s1");
        lab.on("micro1", "sh", "-ec", "lxc init -q tiny p1 --target micro1 -p default -p guarded < /dev/null");
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @AfterEach
    void mended() {
        while (!UNDO.isEmpty()) UNDO.pop().run();
        isWhole();
    }

    private static void isWhole() {
        Mcnet.Result verify = lab.mcnet("verify");
        for (int again = 0; again < 5 && verify.status() != 0; again++) verify = lab.mcnet("verify");
        assertEquals(0, verify.status(), verify::toString);
    }

    @Test
    void whatIsStoppedOrOnlyInAProfileIsNoFault() {
        Mcnet.Result verify = lab.mcnet("verify", "-v");
        assertAll(() -> assertEquals(0, verify.status(), verify::toString),
                () -> assertTrue(Pattern.compile("acl profiled\n  ok .*no running NIC uses it").matcher(
                        verify.out()).find(), verify::toString),
                () -> assertTrue(Pattern.compile("acl idle\n  ok .*no running NIC uses it").matcher(
                        verify.out()).find(), verify::toString),
                () -> assertTrue(Pattern.compile("acl worn\n  ok .*1 rule, 1 NICs").matcher(verify.out()).find(),
                        verify::toString),
                () -> assertTrue(verify.out().contains(", 0 failed, 0 skipped"), verify::toString));
        lab.on("micro1", "lxc", "start", "s1");
        Mcnet.Result started = lab.mcnet("verify", "-v");
        lab.on("micro1", "lxc", "stop", "--force", "s1");
        assertAll(() -> assertEquals(0, started.status(), started::toString),
                () -> assertTrue(Pattern.compile("acl idle\n  ok .*1 rule, 1 NICs").matcher(started.out()).find(),
                        started::toString));
    }

    /** On the gateway's member and on another, killed on one and stopped on the other, then the other way round. */
    @Test
    void controllersDieAndHang() {
        String gateway = gateway("web");
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

    @Test
    void aRouterPortIsDeletedAndApplySaysWhatMendsIt() {
        String port = router("web") + "-lr-lrp-ext";
        lab.on("micro1", "ovn-nbctl", "lrp-del", port);
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(0, plan.status(), plan::toString),
                () -> assertEquals(4, apply.status(), apply::toString),
                () -> assertTrue(apply.out().contains(GONE + port), apply::toString),
                () -> assertTrue(apply.out().contains("run the commands above to fix what failed"),
                        apply::toString));
        rewrite(apply);
    }

    @Test
    void aRouterIsRemoved() {
        lab.on("micro1", "ovn-nbctl", "lr-del", router("web") + "-lr");
        Mcnet.Result verify = failed("OVN has no router of it", "lxc network set web ipv4.dhcp=");
        rewrite(verify);
        failed("the routers have no ports to each other",
                "lxc network peer delete web db && lxc network peer delete db web && mcnet apply");
        lab.on("micro1", "sh", "-ec", "lxc network peer delete web db && lxc network peer delete db web");
        assertEquals(0, lab.mcnet("apply", "--yes").status());
    }

    @Test
    void theNorthboundDatabaseIsWiped() {
        lab.on("micro1", "sh", "-ec", """
                ovsdb-client backup unix:/run/ovn/ovnnb_db.sock OVN_Northbound > /tmp/northbound
                ovn-nbctl --all destroy Logical_Router -- --all destroy Logical_Switch -- --all destroy Port_Group \\
                  -- --all destroy Load_Balancer""");
        UNDO.push(() -> lab.on("micro1", "sh", "-ec",
                "ovsdb-client restore unix:/run/ovn/ovnnb_db.sock OVN_Northbound < /tmp/northbound"));
        Mcnet.Result verify = failed("OVN has no router of it",
                "it was wiped, or LXD's network.ovn.northbound_connection");
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(4, apply.status(), apply::toString),
                () -> assertTrue(verify.out().contains("lxc network set db ipv4.dhcp="), verify::toString));
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
    void aRunningNicIsInNoPortGroup() {
        String network = router("db");
        // Newer servers keep the ports of instances that are stopped.
        String uuid = lab.on("micro1", "lxc", "config", "get", "d1", "volatile.uuid").strip();
        String port = lab.on("micro1", "ovn-nbctl", "--bare", "--columns=_uuid", "find", "Logical_Switch_Port",
                "name=" + network + "-instance-" + uuid + "-eth0").strip();
        String group = network.replace("-net", "_net");
        lab.on("micro1", "ovn-nbctl", "remove", "Port_Group", group, "ports", port);
        failed("not in " + group, "lxc restart NAME");
        lab.on("micro1", "ovn-nbctl", "add", "Port_Group", group, "ports", port);

        String worn = lab.on("micro1", "sh", "-ec", "ovn-nbctl --bare --columns=external_ids find ACL"
                + " 'match~=\"tcp.dst == 81\"' 2> /dev/null || ovn-nbctl --columns=external_ids,match list ACL |"
                + " grep -B1 'tcp.dst == 81' | grep -o 'lxd_acl[0-9]*' | head -1").strip().replaceFirst(".*=", "");
        lab.on("micro1", "ovn-nbctl", "remove", "Port_Group", worn, "ports", port);
        failed("NIC eth0 of d1 is not in " + worn, "lxc restart NAME");
        lab.on("micro1", "ovn-nbctl", "pg-del", worn);
        Mcnet.Result gone = failed("no port group has its 1 rule: allow ingress tcp 81",
                "lxc network acl set worn user.mcnet.again=1");
        Matcher fix = Pattern.compile("again: (ovn-nbctl pg-del .* && lxc network acl unset worn user.mcnet.again); .*"
                + " lxc restart d1\n").matcher(gone.out());
        assertTrue(fix.find(), gone::toString);
        lab.on("micro1", "sh", "-ec", fix.group(1));
        instances.restart("d1");
    }

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
    void twoRoutersHaveOneAddress() {
        String own = address("db");
        lab.on("micro1", "lxc", "network", "set", "db", "volatile.network.ipv4.address=" + address("web"));
        UNDO.push(() -> lab.on("micro1", "lxc", "network", "set", "db", "volatile.network.ipv4.address=" + own));
        failed(address("web") + " is network web's too", "network db { ipv4 { outside = ADDRESS } }");
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

    /** Verify fails, with these words among what it says, and names a cause and a cure for each failure. */
    private static Mcnet.Result failed(String... words) {
        Mcnet.Result verify = lab.mcnet("verify");
        assertEquals(1, verify.status(), verify::toString);
        for (String word : words) assertTrue(verify.out().contains(word), () -> word + "\n" + verify);
        long failures = Pattern.compile("(?m)^  failed ").matcher(verify.out()).results().count();
        assertAll(() -> assertTrue(failures > 0, verify::toString),
                () -> assertEquals(failures, Pattern.compile("(?m)^ +why: ").matcher(verify.out()).results().count(),
                        verify::toString),
                () -> assertEquals(failures, Pattern.compile("(?m)^ +fix: ").matcher(verify.out()).results().count(),
                        verify::toString));
        return verify;
    }

    /** Runs the commands that a verification names to have networks written anew. */
    private static void rewrite(Mcnet.Result said) {
        List<String> commands = REWRITE.matcher(said.out()).results().map(r -> r.group(1)).distinct().toList();
        assertTrue(!commands.isEmpty(), said::toString);
        for (String command : commands) lab.on("micro1", "sh", "-ec", command);
    }

    private static String address(String network) {
        return lab.on("micro1", "lxc", "network", "get", network, "volatile.network.ipv4.address").strip();
    }

    /** What a network's router is called after in OVN. */
    private static String router(String network) {
        return lab.on("micro1", "ovn-nbctl", "--bare", "--columns=name", "find", "Logical_Router_Port",
                "networks{>=}\"" + lab.on("micro1", "lxc", "network", "get", network, "ipv4.address").strip() + "\"")
                .strip().replace("-lr-lrp-int", "");
    }

    /** The member that holds a network's router. */
    private static String gateway(String network) {
        return lab.on("micro1", "sh", "-ec", """
                chassis=$(ovn-sbctl --bare --columns=chassis find Port_Binding logical_port="cr-$1-lr-lrp-ext")
                ovn-sbctl --bare --columns=hostname list Chassis "$chassis"
                """, "sh", router(network)).strip();
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
