package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.Answers;
import mcnet.tests.simulator.CommandAnswer;
import mcnet.tests.simulator.HttpAnswer;
import mcnet.tests.simulator.HttpRequest;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that refuses to say what it is. */
class ServerErrorTest extends SimulatedMemberStory {
    /** Answers some questions in a way of its own. */
    private record Broken(String path, HttpAnswer answer) implements Answers {
        @Override
        public HttpAnswer lxd(HttpRequest request) {
            return request.path().startsWith(path) ? answer : ANSWERS.lxd(request);
        }

        @Override
        public CommandAnswer command(List<String> words) {
            return ANSWERS.command(words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 not authorized", "500 the daemon is not ready", "503 LXD is shutting down",
            "400 not a member"})
    void anErrorIsNotAnAnswer(String error) throws IOException {
        int status = Integer.parseInt(error.substring(0, 3));
        String words = error.substring(4);
        try (SimulatedMember member = SimulatedMember.start("micro1", folder,
                new Broken("/1.0", HttpAnswer.error(status, '"' + words + '"')))) {
            Mcnet.Result said = plan(member);
            assertAll(() -> assertEquals(1, said.status(), said::toString),
                    () -> assertTrue(said.err().contains("error[MC0828]"), said::toString),
                    () -> assertTrue(said.err().contains("its answer to GET /1.0 is: " + words), said::toString),
                    () -> assertFalse(said.err().contains("clustered"), said::toString));
            Path config = Files.writeString(folder.resolve("ssh"), "Port " + member.sshd().port() + "\nIdentityFile "
                    + member.sshd().identity() + "\nUserKnownHostsFile " + member.sshd().knownHosts() + "\n");
            Mcnet.Result imported = InProcess.run(Style.PLAIN, "import", "root@" + member.sshd().address(),
                    "--ssh-config",
                    config.toString());
            assertAll(() -> assertEquals(1, imported.status(), imported::toString),
                    () -> assertTrue(imported.err().contains("does not list its members: " + words),
                            imported::toString),
                    () -> assertFalse(imported.err().contains("not a member of an LXD cluster"), imported::toString));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"auth\":\"untrusted\",\"api_version\":\"1.0\"}", "{}", "null"})
    void whoIsNotTrustedIsToldSo(String metadata) throws IOException {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder,
                new Broken("/1.0", HttpAnswer.sync(metadata)))) {
            Mcnet.Result said = plan(member);
            assertTrue(said.err().contains("error[MC0828]"), said::toString);
        }
    }

    private Mcnet.Result plan(SimulatedMember member) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.mcnet"),
                "program shop\ncluster c { " + member.declaration("underlay = 10.88.0.1") + " }\n");
        return InProcess.run(Style.PLAIN, "plan", file.toString());
    }
}
