package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** NICs that are in no port group, and those that need to be in none. */
abstract class FabricNics extends FabricStory {
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
}
