package mcnet.ssh.transport;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import mcnet.product.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from a script on a member is told apart from what others print there. */
class ScriptTest {
    private final Script script = Script.asRoot();
    private final String mark = Pattern.compile("mark=(\\w+)").matcher(script.of(List.of())).results().findFirst()
            .orElseThrow().group(1);

    @Test
    void whatALoginShellPrintsBeforeIsPassedOver() throws IOException {
        List<Script.Part> parts = script.parts("Welcome\036\036 0\036\n" + end(0) + "[]\n" + end(0) + end(1),
                "motd\n" + end() + "warning\n" + end() + "ovs-vsctl: no such table\n" + end(), 2);
        assertAll(() -> assertEquals(new Script.Part("[]\n", 0, "warning"), parts.getFirst()),
                () -> assertEquals("ovs-vsctl: no such table", Script.answer(parts.getLast()).error()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "This account is currently not available.\n", "\036one 0\036", "\0360\036[]\0360\036"})
    void anotherProgramIsNoAnswer(String out) {
        assertThrows(NotStartedException.class, () -> script.parts(out, "", 1));
    }

    @Test
    void whatEndsEarlyIsSaidSo() {
        IOException early = assertThrows(IOException.class,
                () -> script.parts(end(0) + "[]" + end(0) + "half", end() + end() + "Killed", 2));
        assertEquals("the shell ended early: Killed", early.getMessage());
    }

    @Test
    void theScriptItselfHoldsNoMark() {
        assertThrows(NotStartedException.class, () -> script.parts(script.of(List.of("true")), "", 1));
    }

    /** As on Ubuntu with MicroOVN's snap, where the administrator has set a secure_path of his own. */
    @Test
    void sudoNeedNotKnowTheFolderOfSnaps(@TempDir Path snaps) throws Exception {
        program(snaps, "sudo", "shift; PATH=/usr/bin:/bin exec \"$@\"");
        program(snaps, "microovn.ovs-vsctl", "echo '[]'");
        Script.Part part = run(Script.bySudo(false), snaps, "vs list Bridge");
        assertEquals(new Script.Part("[]\n", 0, ""), part);
    }

    @Test
    void whereNoServerIsAllItsPlacesAreNamed(@TempDir Path bin) throws Exception {
        Script.Part part = run(Script.asRoot(), bin, Script.lxd(Curl.gets(List.of("/1.0"))));
        assertAll(() -> assertEquals(Curl.COULD_NOT_CONNECT, part.exit(), part::toString),
                () -> Product.sockets().forEach(path -> assertTrue(part.err().contains(path), part::toString)));
    }

    private static Script.Part run(Script script, Path bin, String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh");
        shell.environment().put("PATH", bin + ":/usr/bin:/bin");
        Process process = shell.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.of(List.of(command)).getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return script.parts(out, err, 1).getFirst();
    }

    private static void program(Path folder, String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sudo: a password is required", "sudo: a terminal is required to read the password; either",
            "Sorry, user deploy is not allowed to execute '/usr/bin/curl' as root on micro1.",
            "deploy is not in the sudoers file.", "sh: 1: sudo: not found", "sh: line 1: sudo: command not found",
            "sudo: unable to resolve host micro1: Name or service not known\nsudo: a password is required"})
    void sudosRefusalIsOne(String err) {
        assertTrue(new Script.Part("", 1, err).forbidden());
        assertFalse(new Script.Part("", 0, err).forbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sudo: unable to resolve host micro1: Name or service not known\novs-vsctl: no such table",
            "sudo: setrlimit(RLIMIT_CORE): Operation not permitted\novn-sbctl: connection refused",
            "sudo: ovs-vsctl: command not found", "ovs-vsctl: a password is required"})
    void sudosOtherWordsAreNone(String err) {
        assertFalse(new Script.Part("", 1, err).forbidden());
    }

    private String end(int status) {
        return "\036" + mark + " " + status + "\036";
    }

    private String end() {
        return "\036" + mark + "\036";
    }
}
