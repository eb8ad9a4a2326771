package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Members reached in a way that people reach machines: each story with its own ssh configuration and keys. */
abstract class SshStory extends LabStory {
    static final String SUDOERS = "/etc/sudoers.d/mcnet";
    private static final String SSHD = "/etc/ssh/sshd_config.d/story.conf";

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

    static Path file(String name) {
        return folder.resolve(name);
    }

    static void config(String text) {
        lab.write("ssh_config", text);
    }

    static String rootWithKey() {
        return "Host *\n  User root\n  IdentityAgent none\n  IdentityFile %s\n".formatted(lab.lab().identity())
                + knownHosts();
    }

    static String knownHosts() {
        return "  UserKnownHostsFile " + file("known_hosts") + "\n  GlobalKnownHostsFile /dev/null\n";
    }

    /** The cluster, with more words for all its members. */
    static void cluster(String ssh) {
        hosts(ssh, "10.77.0.1", "10.77.0.2", "10.77.0.3");
    }

    static void hosts(String ssh, String first, String second, String third) {
        members(ssh, List.of(first, second, third), List.of("", "", ""));
    }

    static void members(String ssh, List<String> hosts, List<String> words) {
        StringBuilder text = new StringBuilder("cluster lab {\n  ssh { config = \"%s\"  %s }\n"
                .formatted(file("ssh_config"), ssh));
        for (int i = 0; i < MEMBERS.size(); i++) {
            text.append("  member %s { address = %s  underlay = 10.88.0.%d  ssh { %s } }\n".formatted(MEMBERS.get(i),
                    hosts.get(i), i + 1, words.get(i)));
        }
        lab.write("cluster.mcnet", text.append("}\n").toString());
    }

    /** Sets the one word of a story in the server's configuration; returns when the server listens with it. */
    static void sshd(String member, String line) {
        lab.on(member, "sh", "-c", """
                if [ "$(cat %1$s 2>/dev/null)" = '%2$s' ]; then exit; fi
                echo '%2$s' > %1$s
                pid=$(cat /run/sshd.pid)
                rm /run/sshd.pid
                kill -HUP "$pid"
                until [ -s /run/sshd.pid ]; do :; done
                """.formatted(SSHD, line));
    }

    static void fails(Mcnet.Result said, String code, String... words) {
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains("error[" + code + "]"), said::toString);
        for (String word : words) assertTrue(said.err().contains(word), () -> word + "\n" + said);
    }
}
