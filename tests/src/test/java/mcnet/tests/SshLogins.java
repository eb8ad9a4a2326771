package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who logs in: keys, agents, passphrases, and accounts that may not. */
abstract class SshLogins extends SshStory {
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
    void aKeyThatNobodyKnowsIsRefused() {
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file("stranger").toString());
        config("Host *\n  User root\n  IdentityFile %s\n  IdentityAgent none\n".formatted(file("stranger"))
                + knownHosts());
        fails(lab.mcnet("plan"), "MC0805", "member micro1 refused SSH login as root", file("stranger").toString());
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
