package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How instances attach, on a real cluster: NICs of profiles, and of instances that exist before a file speaks of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttachTest extends LabStory {
    private static final String BARE = """
            program attach
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f] }
            }
            network web {
              uplink = public
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
            }
            network db {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
              ipv6 { address = fd42:2::1/64  nat = true }
            }
            acl web { allow ingress tcp 80 }
            profile small { nic eth0 { network = db } }
            """;
    private static final String MADE = BARE + """
            instance own {
              nic eth0 {
                network = web
                address = 10.42.1.20
                acls    = [web]
                otherwise reject ingress
                otherwise allow egress
              }
            }
            instance borrowed {
              nic eth0 { network = web }
            }
            """;
    private static final String CHANGED = MADE.replace("10.42.1.20", "10.42.1.21").replace("reject ingress",
            "drop ingress");

    private static String own;
    private static String borrowed;

    @Test
    @Order(1)
    void anInstanceThatIsNotThereIsNamed() {
        apply(BARE);
        assertTrue(lab.on("micro1", "lxc", "profile", "show", "small").contains("network: db"));
        lab.write("attach.mcnet", MADE);
        Mcnet.Result plan = lab.mcnet("plan");
        assertEquals(1, plan.status(), plan::toString);
        assertTrue(plan.err().contains("error[MC0743]: instance own does not exist on the cluster"), plan::toString);
        assertTrue(plan.err().contains(lab.named("lxc launch")), plan::toString);
    }

    @Test
    @Order(2)
    void instancesThatExistAreConnected() {
        Instances.of(lab).launch(new Wanted("own", "micro2", "web", List.of()));
        lab.on("micro1", "sh", "-ec", "lxc launch -q tiny borrowed --target micro3 -p default -p small < /dev/null");
        lab.on("micro1", "sh", "-ec", "lxc config device set own eth0 network=db ipv4.address=10.42.2.77"
                + " boot.priority=3 security.acls.default.ingress.action=drop security.acls=web");
        own = nics("own");
        borrowed = nics("borrowed");
        planned(MADE, "eth0.network +db → web", "eth0.ipv4.address +10.42.2.77 → 10.42.1.20",
                "eth0.otherwise.ingress +drop → reject", "eth0.network +db → web",
                "Plan: 0 to create, 2 to change, 0 to remove");
        apply(MADE);
        String nic = nics("own");
        assertTrue(nic.contains("ipv4.address: 10.42.1.20") && nic.contains("security.acls: web")
                && nic.contains("security.acls.default.ingress.action: reject"), nic);
        assertTrue(nics("borrowed").contains("network: web"), () -> nics("borrowed"));
        assertTrue(lab.on("micro1", "ovn-sbctl", "--bare", "--columns=mac", "list", "Port_Binding")
                .contains("10.42.1.20"));
    }

    @Test
    @Order(3)
    void severalAttributesChangeInOneApplyAndWhatAHandChangedIsMended() {
        planned(CHANGED, "eth0.ipv4.address +10.42.1.20 → 10.42.1.21", "eth0.otherwise.ingress +reject → drop");
        apply(CHANGED);
        String desired = nics("own");
        lab.on("micro1", "sh", "-ec", "lxc config device unset own eth0 security.acls;"
                + " lxc config device set own eth0 ipv4.address=10.42.1.99");
        planned(CHANGED, "eth0.ipv4.address +10.42.1.99 → 10.42.1.21", "eth0.acls +\\(unset\\) → web");
        apply(CHANGED);
        assertEquals(desired, nics("own"));
    }

    @Test
    @Order(4)
    void whatIsTakenOutIsPutBack() {
        planned(BARE, "- instance own +no longer managed", "eth0.network +web → db \\(as before adoption\\)",
                "eth0.ipv4.address +10.42.1.21 → 10.42.2.77 \\(as before adoption\\)", "2 to forget");
        apply(BARE);
        assertEquals(own, nics("own"));
        assertEquals(borrowed, nics("borrowed"));
        assertEquals("", lab.on("micro1", "sh", "-ec", "lxc config show own | grep user.mcnet || :"));
    }

    @Test
    @Order(5)
    void aProfileInUseIsNotRemoved() {
        lab.write("attach.mcnet", BARE.substring(0, BARE.indexOf("profile small")));
        Mcnet.Result plan = lab.mcnet("plan");
        assertEquals(1, plan.status(), plan::toString);
        assertTrue(plan.err().contains("cannot remove profile small: it is used by")
                && plan.err().contains("instance borrowed"), plan::toString);
        lab.on("micro1", "sh", "-ec", "lxc delete --force own borrowed");
        apply("program attach\n");
        assertTrue(!lab.on("micro1", "lxc", "profile", "list", "-f", "csv").contains("small"));
    }

    private static String nics(String instance) {
        return lab.on("micro1", "lxc", "config", "device", "show", instance);
    }

    private static void apply(String program) {
        lab.settle("attach.mcnet", program);
    }

    private static void planned(String program, String... lines) {
        lab.write("attach.mcnet", program);
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(2, plan.status(), plan::toString);
        for (String line : lines)
            assertTrue(Pattern.compile(line).matcher(plan.out()).find(), () -> line + "\n" + plan);
    }
}
