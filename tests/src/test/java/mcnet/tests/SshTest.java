package mcnet.tests;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Members reached in the ways that people reach machines, on one lab. */
class SshTest extends LabStory {
    @BeforeAll
    static void up() {
        lab = lab.with(Map.of("MCNET_SSH_CONFIG", folder.resolve("ssh_config").toString()));
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

    @Nested
    class Routes extends SshRoutes {}

    @Nested
    class HostKeys extends SshHostKeys {}

    @Nested
    class Logins extends SshLogins {}

    @Nested
    class Rights extends SshRights {}

    @Nested
    class Answers extends SshAnswers {}
}
