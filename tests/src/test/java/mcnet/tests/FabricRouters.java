package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Routers that OVN has lost, or has twice at one address. */
abstract class FabricRouters extends FabricStory {
    private static final String GONE = "OVN has no router port ";

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
                () -> assertTrue(verify.out().contains(lab.named("lxc network set db ipv4.dhcp=")), verify::toString));
    }

    @Test
    void twoRoutersHaveOneAddress() {
        String own = address("db");
        lab.on("micro1", "lxc", "network", "set", "db", "volatile.network.ipv4.address=" + address("web"));
        UNDO.push(() -> lab.on("micro1", "lxc", "network", "set", "db", "volatile.network.ipv4.address=" + own));
        failed(address("web") + " is network web's too", "network db { ipv4 { outside = ADDRESS } }");
    }

    private static String address(String network) {
        return lab.on("micro1", "lxc", "network", "get", network, "volatile.network.ipv4.address").strip();
    }
}
