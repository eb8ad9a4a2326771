package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A tenant on a real cluster: a project with networks of its own, joined with one of the others. */
class TenantTest extends LabStory {
    private static final String SHARED = """
            program tenant
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
            }
            network web {
              uplink = public
              ipv4 { address = 10.42.1.1/24  nat = true }
            }
            """;
    private static final String TENANT = SHARED + """
            project acme {
              description = "the tenant"
              grant public { ipv4 { subnets = [198.51.100.216/29] } }
              limits { networks = 2 }
              acl web { allow ingress tcp 443 from peer acme.web/web }
              network web {
                uplink = public
                acls   = [web]
                ipv4 { address = 10.60.1.1/24  nat = true }
                forward 198.51.100.217 { tcp 443 -> 10.60.1.10 }
              }
            }
            peer acme.web <-> web
            """;

    @Test
    void itIsMadeChangedMendedAndRemoved() {
        apply(SHARED);
        String before = Footprint.of(lab);
        apply(TENANT);
        lab.importsItself("tenant.mcnet");
        String made = Footprint.of(lab);
        assertTrue(lab.on("micro1", "lxc", "network", "list", "--project", "acme", "-f", "csv").contains("web,ovn"));
        assertEquals("public:" + lab.here("198.51.100.216/29"),
                lab.on("micro1", "lxc", "project", "get", "acme", "restricted.networks.subnets").strip());

        apply(TENANT.replace("networks = 2", "networks = 3").replace("the tenant", "tenant acme"));
        assertEquals("3", lab.on("micro1", "lxc", "project", "get", "acme", "limits.networks").strip());
        if (lab.server().takesGrantsBack())
            lab.on("micro1", "sh", "-ec", "lxc project set acme restricted.networks.uplinks=");
        lab.on("micro1", "sh", "-ec", "lxc network peer delete web acme-web");
        apply(TENANT);
        assertEquals(made, Footprint.of(lab));
        apply(SHARED);
        assertEquals(before, Footprint.of(lab));
    }

    private static void apply(String program) {
        lab.settle("tenant.mcnet", program);
    }
}
