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
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that somebody else wrote: they are checked, planned and trusted, and nothing of theirs is run or told. */
class ProgramsOfOthersTest extends SimulatedMemberStory {
    private static final String SECRET = "root:$6$hunter2:19000:0:99999:7:::\n";

    private Path checkout;
    private Path ran;
    private Path shadow;

    @BeforeEach
    void checkedOut() throws IOException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.createDirectory(checkout.resolve(".git"));
        ran = folder.resolve("ran");
        shadow = Files.writeString(folder.resolve("shadow"), SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Match exec \"touch RAN\"\n  User root\n", "ProxyCommand touch RAN\n",
            "Host *\n  KnownHostsCommand /usr/bin/touch RAN\n", "Include /dev/null\nMatch exec \"touch RAN\"\n"})
    void aConfigurationOfSshThatAProgramNamesIsNotRead(String text) throws IOException {
        write("f", text.replace("RAN", ran.toString()));
        for (String command : List.of("plan", "trust", "status", "observe --out " + folder.resolve("o"))) {
            Mcnet.Result said = mcnet("ssh { config = \"" + checkout.resolve("f") + "\" }", command.split(" "));
            assertAll(() -> assertEquals(1, said.status(), said::toString),
                    () -> assertTrue(said.err().contains("error[MC0826]"), said::toString),
                    () -> assertFalse(Files.exists(ran), said::toString));
        }
    }

    @Test
    void aConfigurationThatTheUserNamesIsRead() throws IOException {
        write("f", "Match exec \"touch " + ran + "\"\n  Port 1\n");
        String program = "ssh { config = \"" + checkout.resolve("f") + "\" }";
        Mcnet.Result named = mcnet(program, "plan", "--ssh-config", checkout.resolve("f").toString());
        assertAll(() -> assertTrue(named.err().contains("error[MC0802]"), named::toString),
                () -> assertTrue(Files.exists(ran), named::toString));
        Path other = Files.writeString(folder.resolve("other"), "");
        Mcnet.Result another = mcnet(program, "plan", "--ssh-config", other.toString());
        assertTrue(another.err().contains("error[MC0826]"), another::toString);
    }

    /** A user's own {@code ProxyCommand nc %h %p} would hand them to a shell. */
    @ParameterizedTest
    @ValueSource(strings = {"ssh { user = \"x;touch RAN\" }", "ssh { user = \"$(touch RAN)\" }",
            "ssh { user = \"-oProxyCommand=touch RAN\" }", "ssh { jump = \"`touch RAN`@bastion\" }",
            "ssh { jump = \"a|touch RAN\" }", "ssh { jump = \"-oProxyCommand=x\" }"})
    void namesThatAShellWouldActOnAreRefused(String ssh) throws IOException {
        Path own = Files.writeString(folder.resolve("own"), "ProxyCommand sh -c 'echo %r %h'; Match exec \"true %r\"\n"
                .replace("; Match", "\nMatch"));
        Mcnet.Result said = mcnet(ssh.replace("RAN", ran.toString()), "plan", "--ssh-config", own.toString());
        assertAll(() -> assertEquals(1, said.status(), said::toString),
                () -> assertTrue(said.err().contains("error[MC0814]"), said::toString),
                () -> assertFalse(Files.exists(ran)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import \"FILE\"\n", "cluster c { inventory \"FILE\" }\n", "import \"../shadow\"\n",
            "cluster c { inventory \"../shadow\" }\n", "import \"link\"\n", "cluster c { inventory \"link\" }\n",
            "cluster c { inventory \"folder/shadow\" }\n", "import \"folder/../../shadow\"\n"})
    void linesOfOtherFilesAreNeverPrinted(String text) throws IOException {
        Files.createSymbolicLink(checkout.resolve("link"), shadow);
        Files.createSymbolicLink(checkout.resolve("folder"), folder);
        write("shop.mcnet", "program shop\n" + text.replace("FILE", shadow.toString()));
        for (String command : List.of("check", "print", "plan"))
            for (String what : List.of("shop.mcnet", "")) untold(run(command, checkout.resolve(what).toString()));
    }

    @Test
    void aProgramThatIsALinkIsNoProgram() throws IOException {
        Files.createSymbolicLink(checkout.resolve("shop.mcnet"), shadow);
        untold(run("check", checkout.toString()));
        untold(run("check", checkout.resolve("shop.mcnet").toString()));
    }

    @Test
    void whatTheUserNamesIsReadWhereverItLies() throws IOException {
        Path common = Files.writeString(folder.resolve("common.mcnet"), "let web = 10.42.1.1/24\n");
        write("shop.mcnet", "program shop\nimport \"../common.mcnet\"\n");
        assertEquals(1, run("check", checkout.resolve("shop.mcnet").toString()).status());
        Mcnet.Result both = run("check", checkout.resolve("shop.mcnet").toString(), common.toString());
        assertEquals(0, both.status(), both::toString);
    }

    @Test
    void aSecretsFileIsNeverShown() throws IOException {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS)) {
            write("shop.mcnet", "program shop\nnetwork web { lxd { \"user.x\" = secret(\"file:" + shadow + "\") } }\n"
                    + "cluster c { " + member.declaration("underlay = 10.88.0.1") + " }\n");
            untold(run("plan", "-v", checkout.toString()));
            assertEquals(List.of(), member.writes());
        }
    }

    @Test
    void anIdentityIsReadAndNeverShown() throws IOException {
        untold(mcnet("ssh { identity = \"" + shadow + "\" }", "plan"));
    }

    @Test
    void aFileOfHostKeysIsReadAndNeverShown() throws IOException {
        untold(mcnet("ssh { known_hosts = \"" + shadow + "\" }", "plan"));
    }

    /** A line of known_hosts in authorized_keys lets somebody in where the host is called {@code restrict}. */
    @Test
    void trustWritesHostKeysIntoNoOtherFile() throws IOException {
        Path keys = Files.writeString(folder.resolve("authorized_keys"), "# mine\n");
        Files.createSymbolicLink(checkout.resolve("link"), keys);
        Files.createSymbolicLink(checkout.resolve("dangling"), folder.resolve("new_keys"));
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS)) {
            for (String file : List.of(keys.toString(), shadow.toString(), checkout.resolve("link").toString(),
                    checkout.resolve("dangling").toString(), folder.resolve("new").toString())) {
                write("shop.mcnet", "program shop\ncluster c { "
                        + member.declaration().replaceAll("known_hosts = \"[^\"]*\"", "known_hosts = \"" + file + "\"")
                        + " }\n");
                Mcnet.Result said = run("trust", "--yes", checkout.toString());
                assertAll(() -> assertEquals(1, said.status(), said::toString),
                        () -> assertTrue(said.err().contains("cannot record the key"), said::toString));
            }
            assertAll(() -> assertEquals("# mine\n", Files.readString(keys)),
                    () -> assertEquals(SECRET, Files.readString(shadow)),
                    () -> assertFalse(Files.exists(folder.resolve("new"))),
                    () -> assertFalse(Files.exists(folder.resolve("new_keys"))));
            String own = checkout.resolve("known_hosts").toString();
            write("shop.mcnet", "program shop\ncluster c { "
                    + member.declaration().replaceAll("known_hosts = \"[^\"]*\"", "known_hosts = \"" + own + "\"")
                    + " }\n");
            Mcnet.Result said = run("trust", "--yes", checkout.toString());
            assertEquals(0, said.status(), said::toString);
            assertTrue(Files.readString(Path.of(own)).startsWith("[127.0.0."), said::toString);
        }
    }

    @Test
    void codeBesideAProgramIsNotLoaded() throws IOException {
        for (String folder : List.of("modules", ".", ".config/mcnet"))
            write(folder + "/Evil.groovy", "new File('" + ran + "').text = 'ran'\n");
        write("shop.mcnet", "program shop\n");
        Mcnet.Result said = run("check", checkout.toString());
        assertAll(() -> assertEquals(0, said.status(), said::toString), () -> assertFalse(Files.exists(ran)));
    }

    @Test
    void optionsOfSshWithoutEffectAreNamedOnce() throws IOException {
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, ANSWERS)) {
            String config = "BindInterface lo\nCertificateFile /nowhere\nControlMaster auto\nForwardAgent yes\n"
                    + "KnownHostsCommand /bin/true\n";
            ConnectionAttempt reached = ConnectionAttempt.by(folder, member.declaration(), config, PATIENCE);
            assertEquals(1, reached.warnings().size(), reached::text);
            String told = reached.text();
            assertAll(() -> assertTrue(told.contains("warning[MC0827]"), told),
                    () -> assertTrue(told.contains("bindinterface lo (micro1)"), told),
                    () -> assertTrue(told.contains("certificatefile /nowhere (micro1)"), told),
                    () -> assertTrue(told.contains("knownhostscommand /bin/true (micro1)"), told),
                    () -> assertFalse(told.contains("controlmaster"), told),
                    () -> assertFalse(told.contains("forwardagent"), told));
            assertEquals("",
                    ConnectionAttempt.by(folder, member.declaration(), "User x\nCompression yes\n", PATIENCE).text());
        }
    }

    private Mcnet.Result mcnet(String ssh, String... command) throws IOException {
        write("shop.mcnet", "program shop\ncluster c { member micro1 { address = 127.0.0.1  " + ssh + " } }\n");
        String[] all = java.util.Arrays.copyOf(command, command.length + 1);
        all[command.length] = checkout.resolve("shop.mcnet").toString();
        return run(all);
    }

    private static Mcnet.Result run(String... arguments) {
        return InProcess.run(Style.PLAIN, arguments);
    }

    private static void untold(Mcnet.Result said) {
        assertFalse((said.out() + said.err()).contains("hunter2"), said::toString);
        assertEquals(1, said.status(), said::toString);
    }

    private void write(String name, String text) throws IOException {
        Path file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
