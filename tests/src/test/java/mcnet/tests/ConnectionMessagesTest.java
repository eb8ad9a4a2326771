package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import mcnet.tests.simulator.Answers;
import mcnet.tests.simulator.CommandAnswer;
import mcnet.tests.simulator.HttpAnswer;
import mcnet.tests.simulator.HttpRequest;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.Test;

/**
 * What mcnet prints where a member cannot be reached, to the letter: {@code tests/connections/CODE.err}, which the pages
 * of codes show. What differs from run to run (address, port, folder, fingerprints) is written as on a cluster. With
 * {@code -Dmcnet.update=true} the texts are written anew.
 */
class ConnectionMessagesTest extends SimulatedMemberStory {
    private static final Path MESSAGES = Mcnet.HOME.resolve("tests/connections");

    @Test
    void unknownHostKey() throws Exception {
        try (SimulatedMember member = member("")) {
            prints("MC0803", member, with(member, "known_hosts", file("known_hosts", "")), "");
        }
    }

    @Test
    void changedHostKey() throws Exception {
        try (SimulatedMember member = member("")) {
            prints("MC0804", member, with(member, "known_hosts", file("known_hosts", line(member, key("other", "")))),
                    "");
        }
    }

    @Test
    void loginRefused() throws Exception {
        try (SimulatedMember member = member("PermitRootLogin no\n")) {
            prints("MC0805", member, declaration(member), "");
        }
    }

    @Test
    void noKey() throws Exception {
        try (SimulatedMember member = member("")) {
            prints("MC0806", member, with(member, "identity", file("id_ed25519", "no key\n")), "");
        }
    }

    @Test
    void lockedKey() throws Exception {
        try (SimulatedMember member = member("")) {
            prints("MC0811", member, with(member, "identity", key("id_ed25519", "open sesame")), "");
        }
    }

    @Test
    void pinnedKey() throws Exception {
        try (SimulatedMember member = member("")) {
            String other = "SHA256:" + "A".repeat(43);
            prints("MC0812", member, declaration(member).replaceAll("known_hosts = \"[^\"]*\"",
                    "host_key = \"" + other + "\""), "");
        }
    }

    @Test
    void revokedKey() throws Exception {
        try (SimulatedMember member = member("")) {
            String own = Files.readString(member.sshd().knownHosts());
            prints("MC0820", member, with(member, "known_hosts", file("known_hosts", own + "@revoked " + own)), "");
        }
    }

    @Test
    void tooManyKeys() throws Exception {
        try (SimulatedMember member = member("MaxAuthTries 3\n"); SshAgent agent = SshAgent.start(folder)) {
            for (int i = 0; i < 6; i++) agent.add(key("key" + i, ""));
            prints("MC0821", member, declaration(member).replaceAll("identity = \"[^\"]*\"", ""),
                    "IdentityAgent " + agent.socket() + "\nIdentityFile " + member.sshd().identity() + "\n");
        }
    }

    @Test
    void connectionsClosed() throws Exception {
        try (SimulatedMember member = member("MaxStartups 1\n"); Socket _ = held(member)) {
            prints("MC0822", member, declaration(member), "");
        }
    }

    @Test
    void noShell() throws Exception {
        try (SimulatedMember member = member("ForceCommand /bin/false\n")) {
            prints("MC0824", member, declaration(member), "");
        }
    }

    @Test
    void silentAgent() throws Exception {
        Path socket = folder.resolve("agent");
        try (SimulatedMember member = member("");
                ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            ConnectionAttempt attempt = ConnectionAttempt.by(folder, declaration(member),
                    "IdentityAgent " + socket + "\n", Duration.ofSeconds(1));
            compare("MC0829", member, attempt);
        }
    }

    @Test
    void noLxd() throws Exception {
        try (SimulatedMember member = member("")) {
            Files.delete(folder.resolve("micro1.member/lxd/unix.socket"));
            prints("MC0807", member, declaration(member), "");
        }
    }

    @Test
    void jumpHostThatDoesNotForward() throws Exception {
        try (SimulatedMember gate = SimulatedMember.start("gate", folder, ANSWERS, "", "AllowTcpForwarding no\n");
                SimulatedMember member = member("")) {
            String config = "Host gate\n  HostName %s\n  Port %d\n  User root\n  IdentityFile %s\n"
                    .formatted(gate.sshd().address(), gate.sshd().port(), gate.sshd().identity())
                    + "  UserKnownHostsFile %s\nHost %s\n  ProxyJump gate\n"
                            .formatted(gate.sshd().knownHosts(), member.sshd().address());
            prints("MC0813", member, declaration(member), config);
        }
    }

    @Test
    void noAnswerInTime() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, answering(() -> {
            end.await();
            return HttpAnswer.none();
        }))) {
            compare("MC0809", member,
                    ConnectionAttempt.by(folder, declaration(member), "", Duration.ofSeconds(1)));
        } finally {
            end.countDown();
        }
    }

    @Test
    void brokenConnection() throws Exception {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS)) {
            member.answer(answering(() -> {
                endSessions(member.sshd().process());
                return HttpAnswer.none();
            }));
            prints("MC0808", member, declaration(member), "");
        }
    }

    /** Again until there is none: a process that is just being started is not listed. */
    private static void endSessions(Process sshd) {
        for (List<ProcessHandle> all = sshd.descendants().toList(); !all.isEmpty(); all = sshd.descendants().toList()) {
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> each.onExit().join());
        }
    }

    private static Answers answering(Callable<HttpAnswer> lxd) {
        return new Answers() {
            @Override
            public HttpAnswer lxd(HttpRequest request) throws IOException {
                try {
                    return lxd.call();
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }

            @Override
            public CommandAnswer command(List<String> words) {
                return ANSWERS.command(words);
            }
        };
    }

    /** On two lines, so that a message shows what stands on a cluster too. */
    private static String declaration(SimulatedMember member) {
        return member.declaration().replace("{ address", "{\n  address");
    }

    private static String with(SimulatedMember member, String attribute, Path file) {
        return declaration(member).replaceAll(attribute + " = \"[^\"]*\"", attribute + " = \"" + file + "\"");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path key(String name, String passphrase) throws Exception {
        Path key = folder.resolve(name);
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", key.toString()).inheritIO()
                .start().waitFor();
        return key;
    }

    private static String line(SimulatedMember member, Path key) throws IOException {
        return "[" + member.sshd().address() + "]:" + member.sshd().port() + " "
                + Files.readString(Path.of(key + ".pub"));
    }

    /** A login that does not go on; the one by which the start of the server was awaited may not have ended yet. */
    private static Socket held(SimulatedMember member) throws IOException {
        while (true) {
            Socket socket = new Socket(member.sshd().address(), member.sshd().port());
            if (socket.getInputStream().read() == 'S') return socket;
            socket.close();
        }
    }

    private void prints(String code, SimulatedMember member, String declaration, String config) throws IOException {
        compare(code, member, ConnectionAttempt.by(folder, declaration, config, PATIENCE));
    }

    private void compare(String code, SimulatedMember member, ConnectionAttempt attempt) throws IOException {
        assertEquals(code, attempt.codes(), attempt::text);
        String text = asOnACluster(attempt.text(), member);
        Path expected = MESSAGES.resolve(code + ".err");
        if (Boolean.getBoolean("mcnet.update")) Files.writeString(expected, text);
        assertEquals(Files.readString(expected), text);
    }

    private String asOnACluster(String text, SimulatedMember member) {
        return text.replace(folder.resolve("micro1.member").toString(), "~/.ssh").replace(folder.toString(), "~/.ssh")
                .replace(member.sshd().address(), "10.77.0.1").replace("" + member.sshd().port(), "2222")
                .replaceAll("SHA256:[\\w+/]{43}", "SHA256:…");
    }
}
