package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.Test;

/** Each cause for which a member is not reached is told in words of its own. */
class BrokenConnectionTest extends SimulatedMemberStory {
    @Test
    void anAgentWithManyKeysUsesUpTheAttempts() throws Exception {
        try (SimulatedMember member = member("MaxAuthTries 3\n"); SshAgent agent = SshAgent.start(folder)) {
            for (int i = 0; i < 6; i++) {
                Path key = folder.resolve("key" + i);
                new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()).inheritIO()
                        .start().waitFor();
                agent.add(key);
            }
            String without = member.declaration().replaceAll("identity = \"[^\"]*\"", "");
            told(ConnectionAttempt.by(folder, without,
                    "IdentityAgent " + agent.socket() + "\nIdentityFile " + member.sshd().identity() + "\n", PATIENCE),
                    "MC0821", "too many keys were tried", "mcnet has 7 to offer, 6 of them from the agent");
            assertEquals("",
                    ConnectionAttempt
                            .by(folder, member.declaration(), "IdentityAgent " + agent.socket() + "\n", PATIENCE)
                            .text());
        }
    }

    @Test
    void aServerWithTooManyLoginsSaysWhatItSaid() throws Exception {
        try (SimulatedMember member = member("MaxStartups 1\n"); Socket _ = held(member)) {
            told(ConnectionAttempt.by(folder, member.declaration(), "", PATIENCE), "MC0822",
                    "member micro1 closes new connections",
                    "MaxStartups");
        }
    }

    @Test
    void algorithmsThatOnlyTheServerHasAreNamed() {
        try (SimulatedMember member = member("KexAlgorithms sntrup761x25519-sha512@openssh.com\n")) {
            told(ConnectionAttempt.by(folder, member.declaration(), "", PATIENCE), "MC0825",
                    "member micro1 and mcnet have no algorithm in common",
                    "for key exchange it offers sntrup761x25519-sha512");
        }
    }

    @Test
    void whatSshWouldNotTakeIsNotTaken() {
        try (SimulatedMember member = member("")) {
            told(ConnectionAttempt.by(folder, member.declaration(),
                    "Ciphers aes128-ctr\nHostKeyAlgorithms rsa-sha2-512\n",
                    PATIENCE), "MC0825", "for host keys it offers ssh-ed25519");
            told(ConnectionAttempt.by(folder, member.declaration(), "PubkeyAcceptedAlgorithms rsa-sha2-512\n",
                    PATIENCE),
                    "MC0805",
                    "refused SSH login as root");
            told(ConnectionAttempt.by(folder, member.declaration(), "PubkeyAuthentication no\n", PATIENCE), "MC0814",
                    "PubkeyAuthentication is no");
            assertEquals("",
                    ConnectionAttempt.by(folder, member.declaration(), "Ciphers aes128-ctr\n", PATIENCE).text());
        }
    }

    @Test
    void aPortWhereNothingListensIsRefused() {
        told(ConnectionAttempt.by(folder, "member micro1 { address = 127.0.0.1  ssh { port = 1 } }", "", PATIENCE),
                "MC0802",
                "member micro1 refuses connections at 127.0.0.1 port 1", "Connection refused");
    }

    @Test
    void anAgentThatNeverAnswersHasItsTime() throws IOException {
        Path socket = folder.resolve("agent");
        try (SimulatedMember member = member("");
                ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            told(ConnectionAttempt.by(folder, member.declaration(), "IdentityAgent " + socket + "\n",
                    Duration.ofSeconds(1)),
                    "MC0829", "the ssh-agent does not answer", "within 1 s");
        }
    }

    @Test
    void aLoginThatIsDeniedIsRefused() {
        try (SimulatedMember member = member("PermitRootLogin no\n")) {
            told(ConnectionAttempt.by(folder, member.declaration(), "", PATIENCE), "MC0805",
                    "refused SSH login as root");
        }
    }

    @Test
    void aServerThatTakesOneSourceIsReachedFromIt() {
        try (SimulatedMember member = member("AllowUsers root@127.0.0.9\n")) {
            told(ConnectionAttempt.by(folder, member.declaration(), "", PATIENCE), "MC0805",
                    "refused SSH login as root");
            assertEquals("",
                    ConnectionAttempt.by(folder, member.declaration(), "BindAddress 127.0.0.9\n", PATIENCE).text());
            told(ConnectionAttempt.by(folder, member.declaration(), "BindAddress 198.18.9.9\n", PATIENCE), "MC0814",
                    "ssh's BindAddress 198.18.9.9 is not an address of this machine");
        }
    }

    /** A login that does not go on; the one by which the start of the server was awaited may not have ended yet. */
    private static Socket held(SimulatedMember member) throws IOException {
        while (true) {
            Socket socket = new Socket(member.sshd().address(), member.sshd().port());
            if (socket.getInputStream().read() == 'S') return socket;
            socket.close();
        }
    }

    private static void told(ConnectionAttempt reached, String code, String... words) {
        assertAll(() -> assertEquals(code, reached.codes(), reached::text), () -> {
            for (String word : words) assertTrue(reached.text().contains(word), () -> word + "\n" + reached.text());
        });
    }
}
