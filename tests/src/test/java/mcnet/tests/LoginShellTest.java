package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever shell a login gets: its greeting is no answer, and what is no shell is said so. */
class LoginShellTest extends SimulatedMemberStory {
    /** sshd hands the command to the user's shell so; fish and tcsh read quotes and line ends in their own way. */
    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash", "fish", "tcsh", "zsh"})
    void everyShellHandsTheScriptOn(String shell) {
        assumeTrue(installed(shell), shell + " is not installed");
        answers("ForceCommand exec " + shell + " -c \"$SSH_ORIGINAL_COMMAND\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo Welcome to micro1", "echo '[]'; echo '{\"type\":\"sync\"}' >&2",
            "printf '\\\\036\\\\0360\\\\036[]\\\\0360\\\\036'", "yes | head -c 100000", "stty -a"})
    void aGreetingIsNoAnswer(String greeting) {
        answers("ForceCommand " + greeting + "; exec sh -c \"$SSH_ORIGINAL_COMMAND\"\n");
    }

    @Test
    void theGreetingOfBashrcIsNoAnswer() throws IOException {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS, "",
                "SetEnv HOME=FOLDER PATH=FOLDER/bin:/usr/sbin:/usr/bin:/sbin:/bin BASH_ENV=FOLDER/.bashrc\n")) {
            Files.writeString(folder.resolve("micro1.member/.bashrc"), "echo Welcome\n");
            same(ConnectionAttempt.by(folder, member.declaration().replace("ssh {", "ssh { sudo = true "), "",
                    PATIENCE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/sbin/nologin", "echo only backups here", "cat", "internal-sftp", "true", "false",
            "echo no >&2; exit 254"})
    void aForcedCommandIsNoShell(String command) {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS, "",
                "ForceCommand " + command + "\n")) {
            ConnectionAttempt reached = ConnectionAttempt.by(folder, member.declaration(), "", PATIENCE);
            assertAll(() -> assertEquals("MC0824", reached.codes(), reached::text),
                    () -> assertTrue(reached.text().contains("member micro1 runs no shell for root"), reached::text),
                    () -> assertEquals(command.startsWith("echo only"),
                            reached.text().contains("it printed: only backups here"), reached::text));
        }
    }

    private void answers(String sshd) {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS, "", sshd)) {
            same(ConnectionAttempt.by(folder, member.declaration(), "", PATIENCE));
            // By curl, which is asked in the same script.
            same(ConnectionAttempt.by(folder, member.declaration().replace("ssh {", "ssh { sudo = true "), "",
                    PATIENCE));
        }
    }

    private static void same(ConnectionAttempt reached) {
        assertEquals("", reached.text());
        assertTrue(reached.answers().get(ConnectionAttempt.LINKS).value().isArray(), reached::toString);
        assertEquals("micro1",
                reached.answers().get(ConnectionAttempt.SERVER).value().path("environment").path("server_name")
                        .asText());
    }

    private static boolean installed(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program)) || Files.isExecutable(Path.of("/bin", program));
    }
}
