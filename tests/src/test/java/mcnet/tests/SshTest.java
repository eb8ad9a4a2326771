package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mcnet.observe.Question;
import mcnet.ssh.Connections;
import mcnet.ssh.Endpoint;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.Session;
import mcnet.ssh.SshConnections;
import mcnet.ssh.Timeouts;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import mcnet.ssh.transport.TrafficCounter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members reached in the ways that people reach machines: each story with its own ssh configuration and keys. */
class SshTest {
    private static final List<String> MEMBERS = List.of("micro1", "micro2", "micro3");
    private static final String SSHD = "/etc/ssh/sshd_config.d/story.conf";
    private static final String SUDOERS = "/etc/sudoers.d/mcnet";
    /** What a user needs for every command. */
    private static final String GRANTED = "deploy ALL=(root) NOPASSWD: /usr/bin/curl, /usr/bin/ovs-vsctl, /usr/bin/ovn-sbctl,"
            + " /usr/bin/ovn-nbctl, /usr/bin/ovn-appctl, /usr/bin/lxc";

    @TempDir
    static Path folder;
    private static LabCluster lab;

    @BeforeAll
    static void up() {
        lab = LabCluster.fresh("ssh", folder).with(Map.of("MCNET_SSH_CONFIG", folder.resolve("ssh_config").toString()));
        lab.write("shop.mcnet", """
                program shop
                underlay fabric { nic = eth1  subnet = 10.88.0.0/24 }
                uplink public {
                  nic = eth0
                  on micro3 { nic = enp5s0 }
                  ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.109] }
                }
                """);
        for (String member : MEMBERS) {
            lab.on(member, "useradd", "--create-home", "--shell", "/bin/bash", "deploy");
            lab.on(member, "sh", "-c", "install -d -o deploy -m 700 /home/deploy/.ssh"
                    + " && install -o deploy -m 600 /root/.ssh/authorized_keys /home/deploy/.ssh/");
        }
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @BeforeEach
    void members() throws IOException {
        Files.copy(lab.lab().knownHosts(), file("known_hosts"));
        cluster("");
        config("");
    }

    @AfterEach
    void asBefore() throws IOException {
        Files.deleteIfExists(file("known_hosts"));
        for (String member : MEMBERS) {
            lab.on(member, "rm", "-f", SUDOERS, "/etc/nologin");
            lab.on(member, "usermod", "--expiredate", "", "--shell", "/bin/bash", "deploy");
            sshd(member, "");
        }
    }

    @Test
    void aliasesIncludesAndMatchesMeanWhatTheyMeanToSsh() {
        lab.write("included", """
                Host *.shop
                  User root
                  IdentityFile %s
                Match originalhost web.shop
                  HostName 10.77.0.2
                """.formatted(lab.lab().identity()));
        config("""
                Include %s
                Host first.shop
                  HostName 10.77.0.1
                Host last.shop
                  HostName 10.77.0.3
                Host *
                """.formatted(file("included")) + knownHosts());
        hosts("", "first.shop", "web.shop", "last.shop");
        works(lab.mcnet("plan"));
    }

    @Test
    void theFilesOwnWordsWin() {
        config("""
                Host *
                  User nobody
                  Port 2222
                  IdentityFile /nowhere
                  UserKnownHostsFile /nowhere
                """);
        cluster("user = \"root\"  port = 22  identity = \"%s\"  known_hosts = \"%s\""
                .formatted(lab.lab().identity(), file("known_hosts")));
        works(lab.mcnet("plan"));
    }

    @Test
    void membersBehindAnotherShareTheConnectionToIt() {
        config("""
                Host bastion
                  HostName 10.77.0.1
                Host 10.77.0.2 10.77.0.3
                  ProxyJump root@bastion
                """ + rootWithKey());
        for (String member : List.of("micro2", "micro3")) sshd(member, lab.here("AllowUsers root@10.77.0.1"));
        Mcnet.Result plan = lab.mcnet("plan", "--tally");
        works(plan);
        assertTrue(plan.err().contains("4 connections, 3 turns, "), plan::toString);
    }

    @Test
    void severalMachinesMayBeOnTheWay() {
        config(rootWithKey());
        hosts("", "10.77.0.1", "10.77.0.2", "10.77.0.3", "jump = \"root@10.77.0.1,root@10.77.0.2:22\"");
        sshd("micro3", lab.here("AllowUsers root@10.77.0.2"));
        sshd("micro2", lab.here("AllowUsers root@10.77.0.1 root@" + lab.lab().addresses().management().gateway()));
        works(lab.mcnet("plan"));
        sshd("micro2", "AllowTcpForwarding no");
        fails(lab.mcnet("plan"), "MC0813", lab.here("jump host 10.77.0.2 does not forward connections"),
                "AllowTcpForwarding yes");
    }

    @Test
    void aProxyCommandIsTheConnection() {
        config("""
                Host 10.77.0.2
                  ProxyCommand ssh -F %s -W [%%h]:%%p 10.77.0.1
                """.formatted(file("ssh_config")) + rootWithKey());
        works(lab.mcnet("plan"));
    }

    @Test
    void anAgentSigns() throws Exception {
        try (SshAgent agent = SshAgent.start(folder)) {
            config("Host *\n  User root\n  IdentityFile /nowhere\n" + knownHosts());
            fails(lab.mcnet(agent.environment(), "plan"), "MC0805");
            agent.add(lab.lab().identity());
            works(lab.mcnet(agent.environment(), "plan"));
            config("Host *\n  User root\n  IdentityFile /nowhere\n  IdentitiesOnly yes\n" + knownHosts());
            fails(lab.mcnet(agent.environment(), "plan"), "MC0805");
            Files.copy(Path.of(lab.lab().identity() + ".pub"), file("agents.pub"));
            config("Host *\n  User root\n  IdentityFile %s\n  IdentitiesOnly yes\n".formatted(file("agents.pub"))
                    + knownHosts());
            works(lab.mcnet(agent.environment(), "plan"));
        }
    }

    @Test
    void aLockedKeyNeedsATerminalOrAnAgent() throws Exception {
        Path locked = file("locked");
        run("ssh-keygen", "-q", "-t", "rsa", "-b", "3072", "-N", "open sesame", "-f", locked.toString());
        for (String member : MEMBERS) {
            lab.on(member, "sh", "-c",
                    "echo '" + Files.readString(file("locked.pub")).strip() + "' >> /root/.ssh/authorized_keys");
        }
        config("Host *\n  User root\n  IdentityFile %s\n".formatted(locked) + knownHosts());
        Mcnet.Result plan = lab.mcnet("plan");
        fails(plan, "MC0811", "needs a passphrase, and there is no terminal", "ssh-add " + locked);
        cluster("identity = \"" + locked + "\"");
        fails(lab.mcnet("plan"), "MC0811");
        try (SshAgent agent = SshAgent.start(folder)) {
            run("ssh-keygen", "-q", "-p", "-P", "open sesame", "-N", "", "-f", locked.toString());
            agent.add(locked);
            run("ssh-keygen", "-q", "-p", "-P", "", "-N", "open sesame", "-f", locked.toString());
            works(lab.mcnet(agent.environment(), "plan"));
        }
    }

    @Test
    void anUnknownHostIsMetOnceAndTrusted() throws Exception {
        Files.delete(file("known_hosts"));
        config(rootWithKey());
        fails(lab.mcnet("plan"), "MC0803", "SHA256:", "mcnet trust");
        Mcnet.Result asked = lab.mcnet("trust");
        assertEquals(1, asked.status(), asked::toString);
        assertAll(() -> assertTrue(asked.out().contains(lab.here("micro1 at 10.77.0.1: ssh-ed25519 SHA256:")),
                asked::toString), () -> assertFalse(Files.exists(file("known_hosts"))));
        works(lab.mcnet("trust", "--yes"));
        assertEquals(Files.readString(lab.lab().knownHosts()), Files.readString(file("known_hosts")));
        works(lab.mcnet("plan"));
        assertTrue(lab.mcnet("trust").out().contains("All host keys of cluster lab are known."));
    }

    @Test
    void machinesOnTheWayAreMetFirst() throws Exception {
        Files.delete(file("known_hosts"));
        config("""
                Host bastion
                  HostName 10.77.0.1
                  HostKeyAlias the-bastion
                Host 10.77.0.2
                  ProxyJump bastion
                """ + rootWithKey());
        works(lab.mcnet("trust", "--yes"));
        String known = Files.readString(file("known_hosts"));
        assertTrue(known.contains("the-bastion ssh-ed25519 ") && known.contains(lab.here("10.77.0.2 ssh-ed25519 ")),
                known);
        works(lab.mcnet("plan"));
    }

    @Test
    void aChangedKeyIsNeverReplaced() throws Exception {
        config(rootWithKey());
        String swapped = Files.readString(file("known_hosts")).replace(lab.here("10.77.0.1 "), "was.first ")
                .replace(lab.here("10.77.0.2 "), lab.here("10.77.0.1 ")).replace("was.first ", lab.here("10.77.0.2 "));
        Files.writeString(file("known_hosts"), swapped);
        fails(lab.mcnet("plan"), "MC0804", "the host key of member micro1 has changed", "ssh-keygen -f");
        fails(lab.mcnet("trust", "--yes"), "MC0804");
        assertEquals(swapped, Files.readString(file("known_hosts")));
    }

    @Test
    void aPinnedKeyNeedsNoKnownHosts() throws Exception {
        Files.delete(file("known_hosts"));
        config(rootWithKey());
        pinned(fingerprint("micro1"), fingerprint("micro2"), fingerprint("micro3"));
        works(lab.mcnet("plan"));
        pinned(fingerprint("micro1"), fingerprint("micro1"), fingerprint("micro3"));
        fails(lab.mcnet("plan"), "MC0812", "member micro2 has a different host key than host_key in the file");
    }

    @Test
    void aKeyThatNobodyKnowsIsRefused() {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file("stranger").toString());
        config("Host *\n  User root\n  IdentityFile %s\n  IdentityAgent none\n".formatted(file("stranger"))
                + knownHosts());
        fails(lab.mcnet("plan"), "MC0805", "member micro1 refused SSH login as root", file("stranger").toString());
    }

    @Test
    void whoMayNothingIsToldExactlyWhatToGrant() throws Exception {
        config(rootWithKey().replace("User root", "User deploy"));
        Mcnet.Result refused = lab.mcnet("plan");
        fails(refused, "MC0816", "user deploy may not use LXD on member micro1", "usermod -aG ");
        assertTrue(refused.err().contains(GRANTED), refused::toString);
        for (String member : MEMBERS) sudoers(member, GRANTED);
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
            lab.on(member, "usermod", "-aG", "lxd", "deploy");
            lab.on(member, "chgrp", "lxd", "/var/lib/lxd/unix.socket");
        }
        fails(lab.mcnet("plan"), "MC0817", "user deploy may not use Open vSwitch on member micro1",
                "/usr/bin/ovs-vsctl");
        for (String member : MEMBERS)
            sudoers(member, "deploy ALL=(root) NOPASSWD: /usr/bin/ovs-vsctl, /usr/bin/ovn-sbctl");
        works(lab.mcnet("plan"));
        for (String member : MEMBERS) sshd(member, "AllowStreamLocalForwarding no");
        works(lab.mcnet("plan"));
        for (String member : MEMBERS) {
            lab.on(member, "gpasswd", "-d", "deploy", "lxd");
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

    /** MC0823 and MC0824, with the words that the server has for it. */
    @Test
    void whoMayNotLogInTodayIsToldWhy() {
        config(rootWithKey().replace("User root", "User deploy"));
        lab.on("micro1", "sh", "-c", "echo 'down for the night' > /etc/nologin");
        fails(lab.mcnet("plan"), "MC0823", "member micro1 ended the login of deploy", "down for the night");
        lab.on("micro1", "rm", "/etc/nologin");
        lab.on("micro1", "usermod", "--expiredate", "1", "deploy");
        fails(lab.mcnet("plan"), "MC0823", "Your account has expired");
        lab.on("micro1", "usermod", "--expiredate", "", "--shell", "/usr/sbin/nologin", "deploy");
        fails(lab.mcnet("plan"), "MC0824", "it printed: This account is currently not available;");
        lab.on("micro1", "usermod", "--shell", "/bin/bash", "deploy");
    }

    @Test
    void whoDoesNotAnswerIsNamed() {
        config(rootWithKey());
        hosts("", "10.77.0.99", "nowhere.invalid", "10.77.0.3");
        Mcnet.Result plan = lab.mcnet("plan", "--connect-timeout", "2");
        fails(plan, "MC0802", lab.here("member micro1 does not answer at 10.77.0.99 port 22"));
        fails(plan, "MC0801", "member micro2: cannot resolve host name nowhere.invalid");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotAwaitedForEver() throws Exception {
        config(rootWithKey());
        try (Connections connections = SshConnections.writing(List.of(micro2(Duration.ofSeconds(1))),
                new TrafficCounter())) {
            Session member = connections.member("micro2");
            assertTrue(member.request("GET", "/1.0", null, null).ok());
            lab.on("micro2", "pkill", "-STOP", "-x", "lxd");
            RemoteException unsure = assertThrows(RemoteException.class, () -> member.request("PATCH", "/1.0",
                    JsonNodeFactory.instance.objectNode().set("config", JsonNodeFactory.instance.objectNode()), null));
            assertEquals(RemoteException.Kind.UNSURE, unsure.kind());
            Mcnet.Result plan = lab.mcnet("plan", "--timeout", "1");
            assertTrue(plan.err().contains("warning[MC0781]: member micro2 cannot be reached"), plan::toString);
            assertTrue(plan.err().contains("member micro2 did not answer in time: no answer within 1 s"),
                    plan::toString);
        } finally {
            lab.on("micro2", "pkill", "-CONT", "-x", "lxd");
            lab.on("micro1", "sh", "-c",
                    "until lxc cluster list -f csv | grep '^micro2,' | grep -q ONLINE; do :; done");
        }
    }

    @Test
    void aQuestionIsAskedAgainWhereTheConnectionBroke() throws Exception {
        TrafficCounter tally = new TrafficCounter();
        Map<String, Set<Question>> question = Map.of("micro2", Set.of(new Question.Lxd("/1.0")));
        try (ReadOnlyConnections connections = SshConnections.reading(List.of(micro2(Duration.ofSeconds(60))), tally)) {
            connections.ask(question);
            lab.on("micro2", "pkill", "-f", "sshd[a-z-]*: root");
            assertTrue(connections.ask(question).answers().get("micro2").values().iterator().next().ok());
            assertEquals(2, tally.connections());
        }
    }

    @Test
    void aConfigurationThatSshCannotReadIsQuoted() {
        config("NoSuchWord yes\n");
        fails(lab.mcnet("plan"), "MC0814", "nosuchword");
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
            sudoers(member, GRANTED);
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

    @Test
    void atATerminalItAsks() throws Exception {
        Files.delete(file("known_hosts"));
        Path locked = file("asked");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "open sesame", "-f", locked.toString());
        for (String member : MEMBERS) {
            lab.on(member, "sh", "-c",
                    "echo '" + Files.readString(file("asked.pub")).strip() + "' >> /root/.ssh/authorized_keys");
        }
        config("Host *\n  User root\n  IdentityAgent none\n  IdentityFile %s\n".formatted(locked) + knownHosts());
        Mcnet mcnet = new Mcnet(folder, Map.of("MCNET_SSH_CONFIG", file("ssh_config").toString()));

        Mcnet.Result no = Terminal.start(mcnet, "trust").awaits("records them:").types("no").end();
        assertAll(() -> assertEquals(1, no.status(), no::toString),
                () -> assertFalse(Files.exists(file("known_hosts"))));
        works(Terminal.start(mcnet, "trust").awaits("records them:").types("yes").end());

        lab.on("micro1", "sh", "-c", "lxc network delete public || true");
        Mcnet.Result refused = Terminal.start(mcnet, "apply").awaits(locked.toString()).types("open sesame")
                .awaits("is accepted:").types("no").end();
        assertAll(() -> assertEquals(1, refused.status(), refused::toString),
                () -> assertTrue(refused.out().contains("\033["), refused::toString),
                () -> assertFalse(refused.out().contains("open sesame"), refused::toString),
                () -> assertFalse(lab.on("micro1", "lxc", "network", "list", "-f", "csv").contains("public")));
        Mcnet.Result applied = Terminal.start(mcnet, "apply").awaits(locked.toString()).types("open sesame")
                .awaits("is accepted:").types("yes").end();
        works(applied);
        Mcnet.Result wrong = Terminal.start(mcnet, "plan").awaits(locked.toString()).types("shut sesame")
                .awaits("That does not open it. ")
                .types("open sesame").end();
        works(wrong);
    }

    private static Endpoint micro2(Duration patience) {
        String host = lab.here("10.77.0.2");
        Credentials login = new Credentials("root", List.of(lab.lab().identity()), true, true, Optional.empty());
        return new Endpoint("micro2", host, 22, login,
                new HostIdentity(host, List.of(lab.lab().knownHosts()), Optional.empty()), Optional.empty(),
                Optional.empty(),
                false, Timeouts.DEFAULT.answer(patience));
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    private static void config(String text) {
        lab.write("ssh_config", text);
    }

    private static String rootWithKey() {
        return "Host *\n  User root\n  IdentityAgent none\n  IdentityFile %s\n".formatted(lab.lab().identity())
                + knownHosts();
    }

    private static String knownHosts() {
        return "  UserKnownHostsFile " + file("known_hosts") + "\n  GlobalKnownHostsFile /dev/null\n";
    }

    /** The cluster, with more words for all its members. */
    private static void cluster(String ssh) {
        hosts(ssh, "10.77.0.1", "10.77.0.2", "10.77.0.3");
    }

    private static void pinned(String first, String second, String third) {
        String form = "host_key = \"%s\"";
        members("", List.of("10.77.0.1", "10.77.0.2", "10.77.0.3"),
                List.of(form.formatted(first), form.formatted(second), form.formatted(third)));
    }

    private static void hosts(String ssh, String first, String second, String third) {
        members(ssh, List.of(first, second, third), List.of("", "", ""));
    }

    private static void hosts(String ssh, String first, String second, String third, String wordsOfThird) {
        members(ssh, List.of(first, second, third), List.of("", "", wordsOfThird));
    }

    private static void members(String ssh, List<String> hosts, List<String> words) {
        StringBuilder text = new StringBuilder("cluster lab {\n  ssh { config = \"%s\"  %s }\n"
                .formatted(file("ssh_config"), ssh));
        for (int i = 0; i < MEMBERS.size(); i++) {
            text.append("  member %s { address = %s  underlay = 10.88.0.%d  ssh { %s } }\n".formatted(MEMBERS.get(i),
                    hosts.get(i), i + 1, words.get(i)));
        }
        lab.write("cluster.mcnet", text.append("}\n").toString());
    }

    private static String fingerprint(String member) {
        return lab.on(member, "ssh-keygen", "-lf", "/etc/ssh/ssh_host_ed25519_key.pub").split(" ")[1];
    }

    /** Sets the one word of a story in the server's configuration; returns when the server listens with it. */
    private static void sshd(String member, String line) {
        lab.on(member, "sh", "-c", """
                if [ "$(cat %1$s 2>/dev/null)" = '%2$s' ]; then exit; fi
                echo '%2$s' > %1$s
                pid=$(cat /run/sshd.pid)
                rm /run/sshd.pid
                kill -HUP "$pid"
                until [ -s /run/sshd.pid ]; do :; done
                """.formatted(SSHD, line));
    }

    private static void sudoers(String member, String line) {
        lab.on(member, "sh", "-c", "umask 227 && rm -f " + SUDOERS + " && echo '" + line + "' > " + SUDOERS);
    }

    private static void works(Mcnet.Result said) {
        assertEquals(0, said.status(), said::toString);
    }

    private static void fails(Mcnet.Result said, String code, String... words) {
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains("error[" + code + "]"), said::toString);
        for (String word : words) assertTrue(said.err().contains(word), () -> word + "\n" + said);
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), () -> String.join(" ", command));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
