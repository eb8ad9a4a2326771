package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The way to a member: what ssh's own configuration and the files say of it, machines and commands between. */
abstract class SshRoutes extends SshStory {
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
    void aConfigurationThatSshCannotReadIsQuoted() {
        config("NoSuchWord yes\n");
        fails(lab.mcnet("plan"), "MC0814", "nosuchword");
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

    private static void hosts(String ssh, String first, String second, String third, String wordsOfThird) {
        members(ssh, List.of(first, second, third), List.of("", "", wordsOfThird));
    }
}
