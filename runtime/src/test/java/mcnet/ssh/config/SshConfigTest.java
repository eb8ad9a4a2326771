package mcnet.ssh.config;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@code ssh -G} prints, and how it is spelled. */
class SshConfigTest {
    private static final String PRINTED = """
            host web
            user deploy
            hostname 10.77.0.1
            port 2222
            identitiesonly yes
            connecttimeout 7
            identityfile ~/.ssh/work key
            identityfile %d/.ssh/id_%r
            userknownhostsfile ~/.ssh/known_hosts "/srv/shared keys/known_hosts"
            globalknownhostsfile /etc/ssh/ssh_known_hosts
            proxyjump root@bastion:2200,inner
            """;

    @Test
    void wordsAreReadAsSshPrintsThem() {
        SshConfig config = SshConfig.parse(PRINTED);
        assertAll(() -> assertEquals(Optional.of("10.77.0.1"), config.host()),
                () -> assertEquals(Optional.of(2222), config.port()),
                () -> assertEquals(Optional.of("deploy"), config.user()),
                () -> assertTrue(config.identitiesOnly()),
                () -> assertEquals(Optional.of(Duration.ofSeconds(7)), config.connectTimeout()),
                () -> assertEquals(List.of("~/.ssh/work key", "%d/.ssh/id_%r"), config.identities()),
                () -> assertEquals(List.of("~/.ssh/known_hosts", "/srv/shared keys/known_hosts"),
                        config.userKnownHosts()),
                () -> assertEquals(List.of("/etc/ssh/ssh_known_hosts"), config.globalKnownHosts()),
                () -> assertEquals(Optional.of("root@bastion:2200,inner"), config.jump()));
    }

    @Test
    void noneIsNothing() {
        SshConfig config = SshConfig
                .parse("connecttimeout none\nproxyjump none\nproxycommand none\nidentityfile none\n");
        assertAll(() -> assertEquals(Optional.empty(), config.connectTimeout()),
                () -> assertEquals(Optional.empty(), config.jump()),
                () -> assertEquals(Optional.empty(), config.proxyCommand()),
                () -> assertEquals(List.of(), config.identities()));
    }

    @Test
    void theAgentIsWhereTheConfigurationOrElseTheEnvironmentSays() {
        Map<String, String> environment = Map.of("SSH_AUTH_SOCK", "/run/agent", "OTHER", "/run/other");
        assertAll(() -> assertEquals(Optional.of("/run/agent"), SshConfig.parse("").agent(environment)),
                () -> assertEquals(Optional.empty(), SshConfig.parse("").agent(Map.of())),
                () -> assertEquals(Optional.empty(), SshConfig.parse("identityagent none").agent(environment)),
                () -> assertEquals(Optional.of("/run/agent"),
                        SshConfig.parse("identityagent SSH_AUTH_SOCK").agent(environment)),
                () -> assertEquals(Optional.of("/run/other"),
                        SshConfig.parse("identityagent ${OTHER}").agent(environment)),
                () -> assertEquals(Optional.of("~/agent"),
                        SshConfig.parse("identityagent ~/agent").agent(environment)));
    }

    @Test
    void tokensAndTheHomeFolderAreFilledIn() {
        Map<String, String> tokens = Map.of("h", "10.77.0.1", "p", "22", "%", "%");
        assertAll(() -> assertEquals("nc 10.77.0.1 22 100% %Z", SshSpelling.expand("nc %h %p 100%% %Z", tokens)),
                () -> assertEquals(SshSpelling.home().resolve(".ssh/key"), SshSpelling.path("~/.ssh/key", tokens)),
                () -> assertEquals(Path.of("keys/10.77.0.1"), SshSpelling.path("keys/%h", tokens)));
    }

    @Test
    void jumpHostsAreReadInAllForms() {
        assertAll(() -> assertEquals(hop(null, "bastion", null), JumpHost.parse("bastion")),
                () -> assertEquals(hop("root", "bastion", 2222), JumpHost.parse("root@bastion:2222")),
                () -> assertEquals(hop("root", "fd42::1", 2222), JumpHost.parse("root@[fd42::1]:2222")),
                () -> assertEquals(hop("root", "bastion", 22), JumpHost.parse("ssh://root@bastion:22/")),
                () -> assertEquals(Optional.empty(), JumpHost.parse("bastion:ssh")));
    }

    private static Optional<JumpHost> hop(String user, String host, Integer port) {
        return Optional.of(new JumpHost(Optional.ofNullable(user), host, Optional.ofNullable(port)));
    }
}
