package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a user may do on a member: sudo, groups, and sockets that the server does not open. */
abstract class SshRights extends SshStory {
    /** A group that need not be there: the lab's daemon opens its socket to root alone. */
    private static final String GROUP = "operators";

    /** The line of sudoers that these programs take, each where the server's image has it. */
    private static String granted(String... programs) {
        return Stream.of(programs).map(p -> lab.on("micro1", "sh", "-c", "command -v " + p).strip())
                .collect(Collectors.joining(", ", "deploy ALL=(root) NOPASSWD: ", ""));
    }

    /** What a user needs for every command. */
    private static String everything() {
        return granted("curl", "ovs-vsctl", "ovn-sbctl", "ovn-nbctl", "ovn-appctl", "lxc");
    }

    @Test
    void whoMayNothingIsToldExactlyWhatToGrant() throws Exception {
        config(rootWithKey().replace("User root", "User deploy"));
        Mcnet.Result refused = lab.mcnet("plan");
        fails(refused, "MC0816", "user deploy may not use LXD on member micro1", "usermod -aG ");
        assertTrue(refused.err().contains(everything()), refused::toString);
        for (String member : MEMBERS) sudoers(member, everything());
        works(lab.mcnet("plan"));
        works(lab.mcnet("apply", "--yes"));
        assertTrue(lab.on("micro1", "lxc", "network", "list", "-f", "csv").contains("public,physical"));
        Mcnet.Result again = lab.mcnet("plan", "--detailed-exitcode", "--tally");
        assertEquals(0, again.status(), again::toString);
        assertTrue(again.err().contains("3 connections, 3 turns, "), again::toString);
        lab.on("micro1", "lxc", "network", "set", "public",
                lab.here("ipv4.ovn.ranges=198.51.100.100-198.51.100.104"));
        works(lab.mcnet("apply", "--yes"));
        assertEquals(lab.here("198.51.100.100-198.51.100.109"),
                lab.on("micro1", "lxc", "network", "get", "public", "ipv4.ovn.ranges").strip());
    }

    @Test
    void theGroupOpensLxdAndOpenVswitchNeedsSudo() {
        config(rootWithKey().replace("User root", "User deploy"));
        for (String member : MEMBERS) {
            lab.on(member, "groupadd", "-f", GROUP);
            lab.on(member, "usermod", "-aG", GROUP, "deploy");
            lab.on(member, "chgrp", GROUP, "/var/lib/lxd/unix.socket");
        }
        fails(lab.mcnet("plan"), "MC0817", "user deploy may not use Open vSwitch on member micro1",
                granted("ovs-vsctl").replaceFirst(".*: ", ""));
        for (String member : MEMBERS)
            sudoers(member, granted("ovs-vsctl", "ovn-sbctl"));
        works(lab.mcnet("plan"));
        for (String member : MEMBERS) sshd(member, "AllowStreamLocalForwarding no");
        works(lab.mcnet("plan"));
        for (String member : MEMBERS) {
            lab.on(member, "gpasswd", "-d", "deploy", GROUP);
            lab.on(member, "chgrp", "root", "/var/lib/lxd/unix.socket");
        }
    }

    @Test
    void aServerThatOpensNoSocketsIsAskedByCurl() {
        config(rootWithKey());
        sshd("micro1", "AllowStreamLocalForwarding no");
        works(lab.mcnet("plan"));
        cluster("sudo = true");
        works(lab.mcnet("plan"));
    }

    @Test
    void aUserWithoutRightsComesByAJumpHostAndAnAgent() throws Exception {
        config("""
                Host bastion
                  HostName 10.77.0.1
                Host 10.77.0.2 10.77.0.3
                  ProxyJump bastion
                Host *
                  User deploy
                  IdentityFile /nowhere
                """ + knownHosts());
        for (String member : List.of("micro2", "micro3")) sshd(member, lab.here("AllowUsers deploy@10.77.0.1"));
        for (String member : MEMBERS)
            sudoers(member, everything());
        lab.write("ovn.mcnet", "network agents { uplink = public  ipv4 { address = 10.42.5.1/24  nat = true } }\n");
        try (SshAgent agent = SshAgent.start(folder)) {
            agent.add(lab.lab().identity());
            works(lab.mcnet(agent.environment(), "apply", "--yes"));
            works(lab.mcnet(agent.environment(), "plan", "--detailed-exitcode"));
            works(lab.mcnet(agent.environment(), "status"));
            Files.delete(file("ovn.mcnet"));
            works(lab.mcnet(agent.environment(), "apply", "--yes"));
        } finally {
            Files.deleteIfExists(file("ovn.mcnet"));
        }
    }

    private static void sudoers(String member, String line) {
        lab.on(member, "sh", "-c", "umask 227 && rm -f " + SUDOERS + " && echo '" + line + "' > " + SUDOERS);
    }
}
