package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A member goes away: what LXD takes without it is applied, all else is refused before anything runs. */
class AwayMemberTest extends LabStory {
    private static final String PROGRAM = """
            program away
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            }
            acl front { allow ingress tcp 80 }
            network web { uplink = public  acls = [front]  ipv4 { address = 10.42.1.1/24  nat = true } }
            profile small { nic eth0 { network = web } }
            """;
    /** A rule more, a zone, a description. */
    private static final String CHANGED = PROGRAM.replace("tcp 80 }", "tcp 80, 443 }")
            .replace("profile small { ", "zone names.example { }\nprofile small { description = \"tiny\"  ");
    private static final String WITH_NETWORK = CHANGED.replace("network web { ",
            "network web { description = \"front\"  ");

    private static Mcnet mcnet;

    @BeforeAll
    static void up() {
        mcnet = new Mcnet(folder);
    }

    @Test
    void whatLxdTakesWithoutItIsAppliedAndAllElseRefused() {
        lab.settle("program.mcnet", PROGRAM);
        lab.lab().stop("micro3");
        try {
            withoutIt();
        } finally {
            lab.lab().start("micro3");
            lab.heard();
        }
        lab.settle("program.mcnet", WITH_NETWORK);
        Mcnet.Result verify = mcnet.run("verify");
        assertEquals(0, verify.status(), verify::toString);
    }

    private static void withoutIt() {
        lab.write("program.mcnet", WITH_NETWORK);
        Mcnet.Result refused = mcnet.run("apply", "--yes");
        assertAll(() -> assertEquals(1, refused.status(), refused::toString),
                () -> assertTrue(refused.err().contains("error[MC0785]: cannot change network web without micro3"),
                        refused::toString),
                () -> assertTrue(refused.err().contains("mcnet apply --only acl=front --only"), refused::toString),
                () -> assertEquals("", lab.on("micro1", "sh", "-c", "lxc network zone list -f csv")));

        lab.write("program.mcnet", CHANGED);
        Mcnet.Result saved = mcnet.run("plan", "--out", "only.plan", "--only", "acl=front");
        Mcnet.Result only = mcnet.run("apply", "--yes", "only.plan");
        assertAll(() -> assertEquals(0, saved.status(), saved::toString),
                () -> assertEquals(0, only.status(), only::toString),
                () -> assertTrue(only.err().contains("warning[MC0781]: member micro3 cannot be reached"),
                        only::toString),
                () -> assertTrue(only.out().contains("change acl front done"), only::toString),
                () -> assertTrue(only.out().contains(" 0 failed"), only::toString));
        Mcnet.Result applied = mcnet.run("apply", "--yes");
        assertAll(() -> assertEquals(4, applied.status(), applied::toString),
                () -> assertTrue(applied.out().contains("create zone names.example done"), applied::toString),
                () -> assertTrue(applied.out().contains("change profile small done"), applied::toString),
                () -> assertTrue(applied.out().contains(" 0 failed"), applied::toString),
                () -> assertTrue(applied.out().contains("member micro3\n  unknown its part"), applied::toString));
        assertEquals(1, mcnet.run("drift").status());
        assertEquals(1, mcnet.run("verify").status());
    }
}
