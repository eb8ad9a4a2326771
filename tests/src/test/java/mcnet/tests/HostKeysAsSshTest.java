package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ssh takes of a host's keys we take, and what it denies we deny: each case is put to a real ssh too. */
class HostKeysAsSshTest {
    @TempDir
    static Path folder;
    private static SimulatedMember plain;
    private static SimulatedMember certified;

    @BeforeAll
    static void start() throws Exception {
        for (String key : List.of("host", "other", "authority", "stranger"))
            keygen("-t", "ed25519", "-N", "", "-f", at(key));
        plain = SimulatedMember.start("micro1", folder, SimulatedMemberStory.ANSWERS, "",
                "HostKey " + at("host") + "\n");
        // Another member takes the next address of loopback.
        Path name = Files.createDirectory(folder.resolve("certified"));
        String next = "127.0.0." + (1 + Integer.parseInt(plain.sshd().address().replaceAll(".*\\.", "")));
        keygen("-s", at("authority"), "-I", "host", "-h", "-n", "micro1.lan," + next, at("host.pub"));
        certified = SimulatedMember.start("micro1", name, SimulatedMemberStory.ANSWERS, "",
                "HostKey " + at("host") + "\nHostCertificate " + at("host-cert.pub") + "\n");
    }

    @AfterAll
    static void stop() {
        plain.close();
        certified.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "its own line                             | NAME HOST                                   |  |",
            "nobody knows it                          | # nothing                                   |  | MC0803",
            "another key                              | NAME OTHER                                  |  | MC0804",
            "two keys, one of them its own            | NAME OTHER;NAME HOST                        |  |",
            "revoked after it was granted             | NAME HOST;@revoked NAME HOST                |  | MC0820",
            "revoked for all                          | @revoked * HOST;NAME HOST                   |  | MC0820",
            "revoked for somebody else                | @revoked other HOST;NAME HOST               |  |",
            "another key is revoked                   | @revoked * OTHER;NAME HOST                  |  |",
            "revoked in the machine's file            | NAME HOST                | @revoked * HOST     | MC0820",
            "granted in the machine's file            | # nothing                | NAME HOST           |",
            "another in the machine's file            | NAME HOST                | NAME OTHER          |",
            "a wildcard                               | [127.0.0.*]:* HOST                          |  |",
            "a question mark                          | [127.?.0.*]:PORT HOST                       |  |",
            "a wildcard of another net                | [127.1.*]:* HOST                            |  | MC0803",
            "a negated pattern wins                   | *,!*ADDRESS* HOST                           |  | MC0803",
            "a negated pattern before it wins         | !*ADDRESS*,* HOST                           |  | MC0803",
            "a negated pattern of somebody else       | !other,* HOST                               |  |",
            "several names                            | one,two,NAME HOST                           |  |",
            "without its port                         | ADDRESS HOST                                |  |",
            "without its port, and another with it    | ADDRESS HOST;NAME OTHER                     |  | MC0804",
            "another port                             | [ADDRESS]:1 HOST                            |  | MC0803",
            "hashed                                   | HASHED HOST                                 |  |",
            "hashed, of another                       | HASHED OTHER                                |  | MC0804",
            "a damaged line before it                 | NAME ssh-ed25519 AAAA;NAME HOST             |  |",
            "an unknown marker                        | @trusted NAME HOST                          |  | MC0803",
            "a blank line, tabs and a comment         | ;# x;NAME\tHOST comment of mine             |  |",
            "an authority that signed nothing         | @cert-authority * AUTHORITY                 |  | MC0803"})
    void aPlainKey(String story, String user, String global, String code) throws Exception {
        same(plain, story, user, global == null ? "" : global, "", code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "its authority is known                   | @cert-authority * AUTHORITY                          | |",
            "for this net alone                       | @cert-authority [127.0.0.*]:* AUTHORITY              | |",
            "for another net                          | @cert-authority [10.*]:* AUTHORITY                   | | MC0803",
            "another authority                        | @cert-authority * STRANGER                           | | MC0803",
            "the authority is revoked                 | @cert-authority * AUTHORITY;@revoked * AUTHORITY     | | MC0820",
            "the key is revoked                       | @cert-authority * AUTHORITY;@revoked * HOST          | | MC0820",
            "the key itself is known                  | NAME HOST                                            | |",
            "under a name that it is not for          | @cert-authority * AUTHORITY     | HostKeyAlias nobody | MC0803",
            "signed in a way that ssh does not take   | @cert-authority * AUTHORITY | CASignatureAlgorithms rsa-sha2-512 | MC0803",
            "under a name that it is for              | @cert-authority * AUTHORITY | HostKeyAlias micro1.lan |"})
    void aCertificate(String story, String user, String option, String code) throws Exception {
        same(certified, story, user, "", option == null ? "" : option + "\n", code);
    }

    @Test
    void revokedHostKeys() throws Exception {
        Files.writeString(folder.resolve("list"), "# lost\n" + line("OTHER") + "\n" + line("HOST") + "\n");
        Files.writeString(folder.resolve("other-list"), line("OTHER") + "\n");
        keygen("-k", "-f", at("krl"), at("other.pub"), at("host.pub"));
        keygen("-k", "-f", at("other-krl"), at("other.pub"));
        same(plain, "a list", "NAME HOST", "", "RevokedHostKeys " + at("list") + "\n", "MC0820");
        same(plain, "another's list", "NAME HOST", "", "RevokedHostKeys " + at("other-list") + "\n", null);
        same(plain, "a revocation list", "NAME HOST", "", "RevokedHostKeys " + at("krl") + "\n", "MC0820");
        same(plain, "another's revocation list", "NAME HOST", "", "RevokedHostKeys " + at("other-krl") + "\n", null);
        same(plain, "no file", "NAME HOST", "", "RevokedHostKeys " + at("missing") + "\n", "MC0814");
    }

    @Test
    void severalFilesCountTogether() throws Exception {
        Files.writeString(folder.resolve("second"), filled(plain, "@revoked * HOST"));
        String files = "UserKnownHostsFile " + at("user") + " " + at("second") + "\n";
        same(plain, "revoked in the second", "NAME HOST", "", files, "MC0820");
        Files.writeString(folder.resolve("second"), filled(plain, "NAME HOST"));
        same(plain, "granted in the second", "NAME OTHER", "", files, null);
    }

    /** A program may say by which key its hosts are known; it lifts no revocation of the one who runs it. */
    @Test
    void aProgramsOwnFileAndPinLiftNoRevocation() throws Exception {
        Files.writeString(folder.resolve("own"), filled(plain, "NAME HOST"));
        Files.writeString(folder.resolve("user"), filled(plain, "@revoked * HOST"));
        String config = "UserKnownHostsFile " + at("user") + "\nGlobalKnownHostsFile /dev/null\n";
        String said = plain.declaration().replaceAll("known_hosts = \"[^\"]*\"", "known_hosts = \"" + at("own") + "\"");
        assertEquals("MC0820", ConnectionAttempt.by(folder, said, config, SimulatedMemberStory.PATIENCE).codes());
        String pin = said.replaceAll("known_hosts = \"[^\"]*\"", "host_key = \"" + fingerprint("host") + "\"");
        assertEquals("MC0820", ConnectionAttempt.by(folder, pin, config, SimulatedMemberStory.PATIENCE).codes());
        Files.writeString(folder.resolve("user"), "");
        assertEquals("", ConnectionAttempt.by(folder, said, config, SimulatedMemberStory.PATIENCE).text());
        assertEquals("", ConnectionAttempt.by(folder, pin, config, SimulatedMemberStory.PATIENCE).text());
    }

    @Test
    void whoDecidedIsTold() throws Exception {
        Files.writeString(folder.resolve("user"), filled(plain, "# x;NAME HOST;@revoked * HOST"));
        ConnectionAttempt reached = ConnectionAttempt.by(folder, declaration(plain),
                "UserKnownHostsFile " + at("user") + "\nGlobalKnownHostsFile /dev/null\n",
                SimulatedMemberStory.PATIENCE);
        assertTrue(reached.text().contains("which is revoked: " + at("user") + ":3"), reached::text);
    }

    /** @param code what mcnet says; null where the host is taken */
    private static void same(SimulatedMember member, String story, String user, String global, String options,
            String code) throws Exception {
        Files.writeString(folder.resolve("user"), filled(member, user));
        Files.writeString(folder.resolve("global"), filled(member, global));
        String config = options + "UserKnownHostsFile " + at("user") + "\nGlobalKnownHostsFile " + at("global")
                + "\nIdentityFile " + member.sshd().identity() + "\nIdentityAgent none\nUpdateHostKeys no\n";
        ConnectionAttempt reached = ConnectionAttempt.by(folder, declaration(member), config,
                SimulatedMemberStory.PATIENCE);
        assertEquals(code == null ? "" : code, reached.codes(), () -> story + "\n" + reached.text());
        Path file = Files.writeString(folder.resolve("config"), config);
        List<String> ssh = new ArrayList<>(List.of("ssh", "-F", file.toString(), "-o", "BatchMode=yes", "-o",
                "StrictHostKeyChecking=yes", "-p", "" + member.sshd().port(), "root@" + member.sshd().address(),
                "true"));
        Process process = new ProcessBuilder(ssh).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes());
        assertEquals(code == null, process.waitFor() == 0, () -> story + ": ssh says otherwise: " + words);
    }

    private static String declaration(SimulatedMember member) {
        return member.declaration().replaceAll("(identity|known_hosts) = \"[^\"]*\"", "")
                .replace("ssh {", "ssh { identity = \"" + member.sshd().identity() + "\" ");
    }

    private static String filled(SimulatedMember member, String lines) throws Exception {
        String name = "[" + member.sshd().address() + "]:" + member.sshd().port();
        String text = lines.strip().replace(';', '\n').replace("NAME", name)
                .replace("ADDRESS", member.sshd().address()).replace("PORT", "" + member.sshd().port());
        for (String key : List.of("HOST", "OTHER", "AUTHORITY", "STRANGER"))
            text = text.replaceAll("\\b" + key + "\\b", line(key));
        if (!text.contains("HASHED")) return text + "\n";
        Path hashed = Files.writeString(folder.resolve("hashed"), text.replace("HASHED", name) + "\n");
        keygen("-H", "-f", hashed.toString());
        return Files.readString(hashed);
    }

    private static String line(String key) throws IOException {
        String[] words = Files.readString(folder.resolve(key.toLowerCase() + ".pub")).split(" ");
        return words[0] + " " + words[1];
    }

    private static String fingerprint(String key) throws Exception {
        Process process = new ProcessBuilder("ssh-keygen", "-lf", at(key + ".pub")).start();
        return new String(process.getInputStream().readAllBytes()).split(" ")[1];
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void keygen(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), () -> command + ": " + said);
    }
}
