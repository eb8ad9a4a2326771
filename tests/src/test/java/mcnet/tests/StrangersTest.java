package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A program's life beside what others made on the same cluster, and copies that somebody made of the program's things. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangersTest extends LabStory {
    private static final String UPLINK = """
            program ours
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
            }
            network web { uplink = public  ipv4 { address = 10.42.1.1/24  nat = true } }
            """;
    private static final String WHOLE = UPLINK + """
            network db { uplink = public  ipv4 { address = 10.42.2.1/24  nat = true } }
            acl front { allow ingress tcp 443 }
            zone z.test { }
            profile small { nic eth0 { network = web } }
            project acme {
              zone acme.test { }
              network front { uplink = public  ipv4 { address = 10.60.1.1/24  nat = true } }
            }
            """;
    private static final String OTHERS = """
            lxc network zone create others.test
            lxc network zone record create others.test www
            lxc network zone record entry add others.test www A 198.51.100.5
            lxc network acl create others
            lxc network acl rule add others ingress action=allow protocol=tcp destination_port=22
            lxc profile create others
            lxc profile device add others root disk path=/ pool=default || true
            lxc project create others -c features.networks=true
            lxc network create theirs --project others --type=ovn network=public ipv4.address=10.61.1.1/24 ipv4.nat=true ipv6.address=none
            lxc network forward create theirs 198.51.100.215 --project others
            lxc network zone create theirs.test --project others
            lxc network create alone --type=ovn network=public ipv4.address=10.62.1.1/24 ipv4.nat=true ipv6.address=none
            lxc network peer create alone lonely others/theirs
            lxc init --empty stopped --network alone --target micro2
            """;

    @BeforeAll
    static void up() {
        lab.settle("ours.mcnet", UPLINK);
        lab.on("micro1", "sh", "-ec", lab.here(OTHERS));
    }

    @Test
    @Order(1)
    void itIsMadeChangedAndTakenOutBesideThem() {
        ForeignObjects before = ForeignObjects.of(lab);
        assertTrue(before.objects().size() > 12, before::toString);
        lab.settle("ours.mcnet", WHOLE);
        lab.settle("ours.mcnet", WHOLE.replace("tcp 443", "tcp 80").replace("zone acme.test", "zone other.test"));
        lab.settle("ours.mcnet", UPLINK);
        assertEquals(before.objects(), ForeignObjects.of(lab).objects());
    }

    @Test
    @Order(2)
    void whatStandsOnANetworkOfOursKeepsIt() {
        lab.settle("ours.mcnet", WHOLE);
        lab.on("micro1", "sh", "-ec", lab.here("""
                lxc network forward create db 198.51.100.214
                lxc network peer create db lonely others/theirs
                lxc network zone record create z.test api
                lxc init --empty idle --network web --target micro2
                lxc network set db security.acls=others
                """));
        for (String command : new String[]{"plan", "drift"}) {
            Mcnet.Result all = lab.mcnet(command, "--all");
            assertAll(() -> assertEquals(0, all.status(), all::toString),
                    () -> assertTrue(all.out().contains("network db has on it"), all::toString),
                    () -> assertTrue(all.out().contains("forward " + lab.here("198.51.100.214") + " of db"),
                            all::toString),
                    () -> assertTrue(all.out().contains("lonely"), all::toString),
                    () -> assertTrue(all.out().contains("acls  others"), all::toString));
        }
        lab.write("ours.mcnet", "program ours\n");
        Mcnet.Result plan = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(1, plan.status(), plan::toString),
                () -> assertTrue(
                        plan.err().contains("forward " + lab.here("198.51.100.214") + " of db, made by somebody else"),
                        plan::toString),
                () -> assertTrue(plan.err().contains("db <-> others.theirs, made by somebody else"), plan::toString),
                () -> assertTrue(plan.err().contains("record api of z.test, made by somebody else"), plan::toString),
                () -> assertTrue(plan.err().contains("instance idle"), plan::toString));
        lab.on("micro1", "sh", "-ec", lab.here("""
                lxc network forward delete db 198.51.100.214
                lxc network peer delete db lonely
                lxc network zone record delete z.test api
                lxc delete idle
                lxc network unset db security.acls
                """));
        lab.settle("ours.mcnet", WHOLE);
    }

    @Test
    @Order(3)
    void copiesAreToldOfAndLeftAlone() {
        lab.on("micro1", "sh", "-ec", "lxc init --empty c1 --network web; lxc profile copy small mine");
        String connected = WHOLE + "instance c1 { nic eth0 { network = db } }\n";
        lab.settle("ours.mcnet", connected);
        lab.on("micro1", "sh", "-ec", "lxc copy c1 c2; lxc copy c1 c3; lxc rename c3 c4");
        String before = lab.on("micro1", "sh", "-ec", "lxc config show c2; lxc profile show mine");
        lab.write("ours.mcnet", WHOLE);
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(0, apply.status(), apply::toString),
                () -> assertTrue(
                        apply.err().contains("warning[MC0754]: profile mine has the mark of profile small"),
                        apply::toString),
                () -> assertTrue(apply.err().contains("instance c2 has the mark of instance c1"), apply::toString),
                () -> assertTrue(apply.err().contains("instance c4 has the mark of instance c1"), apply::toString),
                () -> assertEquals(before, lab.on("micro1", "sh", "-ec", "lxc config show c2; lxc profile show mine")));
        lab.write("ours.mcnet", WHOLE + "profile mine { nic eth0 { network = web } }\n");
        Mcnet.Result declared = lab.mcnet("plan");
        assertTrue(declared.err().contains("error[MC0753]: profile mine has the mark of profile small"),
                declared::toString);
        lab.on("micro1", "sh", "-ec", "lxc profile unset mine user.mcnet.program");
        Mcnet.Result adopted = lab.mcnet("plan");
        assertTrue(adopted.out().contains("^ profile mine"), adopted::toString);
        lab.on("micro1", "sh", "-ec", "lxc profile delete mine; lxc delete c1 c2 c4");
        lab.settle("ours.mcnet", WHOLE);
    }

    @Test
    @Order(4)
    void aLockThatSomebodyPlantedStopsNobody() {
        lab.on("micro1", "sh", "-ec",
                """
                        lxc network acl create mcnet-lease-999999999999999
                        lxc network acl create mcnet-lease-999999999999998 user.mcnet.lease.held=true user.mcnet.lease.seconds=999999
                        """);
        lab.settle("ours.mcnet", WHOLE.replace("tcp 443", "tcp 8080"));
        lab.on("micro1", "sh", "-ec",
                """
                        lxc network acl delete mcnet-lease-999999999999999
                        lxc network acl create mcnet-lease-999999999999999 user.mcnet.lease.held=false user.mcnet.lease.seconds=60 \
                          user.mcnet.lease.id=11111111-1111-4111-8111-111111111111
                        """);
        lab.settle("ours.mcnet", WHOLE);
        assertTrue(lab.lock() > 0);
        assertFalse(
                lab.on("micro1", "lxc", "network", "acl", "list", "-f", "csv").contains("mcnet-lease-999999999999999"));
        lab.on("micro1", "lxc", "network", "acl", "delete", "mcnet-lease-999999999999998");
    }
}
