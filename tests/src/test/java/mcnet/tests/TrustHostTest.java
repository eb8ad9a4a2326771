package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is met before there is any file, so that a first import can reach it. */
class TrustHostTest {
    private static final RecordedAnswers ANSWERS = RecordedAnswers
            .of(Mcnet.HOME.resolve("tests/plan/not-clustered/observed.json"), "micro2");

    @TempDir
    Path folder;

    @Test
    void aHostIsMetWithoutAnyFile() throws IOException {
        try (SimulatedMember member = SimulatedMember.start("micro2", folder, ANSWERS)) {
            Path known = folder.resolve("known");
            Path config = Files.writeString(folder.resolve("ssh"), "Port " + member.sshd().port() + "\nIdentityFile "
                    + member.sshd().identity() + "\nUserKnownHostsFile " + known
                    + "\nGlobalKnownHostsFile /dev/null\n");
            String host = "root@" + member.sshd().address();
            Mcnet.Result unknown = mcnet(config, "import", host);
            assertAll(
                    () -> assertTrue(unknown.err()
                            .startsWith("error[MC0803]: unknown host key of member " + member.sshd().address()
                                    + "\n  = why: "),
                            unknown::toString),
                    () -> assertTrue(unknown.err().contains(
                            "then record it: mcnet trust " + host + "\n"), unknown::toString),
                    () -> assertFalse(unknown.err().contains("import:"), unknown::toString));
            Mcnet.Result asked = mcnet(config, "trust", host);
            assertAll(() -> assertEquals(1, asked.status(), asked::toString),
                    () -> assertTrue(asked.out().startsWith(member.sshd().address() + " at "), asked::toString),
                    () -> assertTrue(asked.out().contains("ssh-ed25519 SHA256:"), asked::toString),
                    () -> assertFalse(Files.exists(known)));
            Mcnet.Result yes = mcnet(config, "trust", "--yes", host);
            assertAll(() -> assertEquals(0, yes.status(), yes::toString),
                    () -> assertTrue(yes.out().contains("All host keys of " + member.sshd().address() + " are known."),
                            yes::toString),
                    () -> assertEquals(Files.readString(member.sshd().knownHosts()).strip(),
                            Files.readString(known).strip()));
            Mcnet.Result imported = mcnet(config, "import", host);
            assertFalse(imported.err().contains("MC0803"), imported::toString);
        }
    }

    private static Mcnet.Result mcnet(Path config, String command, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        all[1] = "--ssh-config";
        all[2] = config.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return InProcess.run(Style.PLAIN, all);
    }
}
