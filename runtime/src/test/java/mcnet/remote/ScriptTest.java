package mcnet.remote;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
