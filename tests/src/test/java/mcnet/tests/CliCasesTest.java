package mcnet.tests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input, as a user meets it. Each folder of {@code tests/cli} holds a {@code command}, its files and what standard
 * error says, to the letter ({@code expected.err}); standard output stays empty and the exit status is 1. Where there is
 * an {@code expected.out}, something is made all the same: that is standard output, and the status is 0. They run
 * under {@code LANG=C} and into a pipe. {@code -Dmcnet.update=true} writes the texts anew.
 */
class CliCasesTest {
    private static final Path CASES = Mcnet.HOME.resolve("tests/cli");
    private static final int MEGABYTE = 1 << 20;

    /** Stands in the cases for the port of a server that takes connections and says nothing. */
    private static final String SILENT = "47022";
    private static ServerSocket silent;

    @TempDir
    Path folder;

    @BeforeAll
    static void listen() throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterAll
    static void close() throws IOException {
        silent.close();
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void itSaysWhatIsWrong(String name) throws IOException {
        Path from = CASES.resolve(name);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) copy(file);
        }
        String[] command = Files.readString(from.resolve("command")).strip().split(" ");
        Path out = from.resolve("expected.out");
        Mcnet.Result said = Files.exists(out) ? made(command) : run(command);
        if (Files.exists(out) && Boolean.getBoolean("mcnet.update")) Files.writeString(out, said.out());
        if (Files.exists(out)) assertEquals(Files.readString(out), said.out());
        String err = said.err().replace(port(), SILENT);
        Path expected = from.resolve("expected.err");
        if (Boolean.getBoolean("mcnet.update")) Files.writeString(expected, err);
        assertEquals(Files.readString(expected), err);
    }

    private void copy(Path file) throws IOException {
        Path to = folder.resolve(file.getFileName());
        if (Files.isSymbolicLink(file)) Files.copy(file, to, LinkOption.NOFOLLOW_LINKS);
        else if (file.endsWith("observed.json") && CaseObservation.isPatch(file)) CaseObservation.whole(file, to);
        else
            Files.writeString(to, Files.readString(file, ISO_8859_1).replace(SILENT, port()), ISO_8859_1);
    }

    private static String port() {
        return Integer.toString(silent.getLocalPort());
    }

    @Test
    void coloursAreForTerminalsThatWantThem() throws IOException {
        Files.writeString(folder.resolve("shop.mcnet"), "program shop\nnetwork web { domian = shop.lan }\n");
        Mcnet.Result coloured = Terminal.start(new Mcnet(folder), "check").end();
        assertTrue(coloured.out().contains("\033["), coloured::toString);
        Mcnet.Result plain = Terminal.start(new Mcnet(folder, Map.of("NO_COLOR", "1")), "check").end();
        assertFalse(plain.out().contains("\033"), plain::toString);
        assertTrue(plain.out().contains("did you mean"), plain::toString);
    }

    @Test
    void aMegabyteOfNoise() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("aMegabyteOfNoise: -Dseed=" + seed);
        Random random = new Random(seed);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < MEGABYTE)
            noise.append((char) (random.nextInt(12) == 0 ? '\n' : ' ' + random.nextInt(95)));
        Files.writeString(folder.resolve("noise.mcnet"), noise);
        Mcnet.Result said = run("check", "noise.mcnet");
        assertTrue(said.err().lines().filter(l -> l.startsWith("error[")).count() <= 100, said::toString);
        assertTrue(said.err().contains("error"), said::toString);
    }

    private Mcnet.Result run(String... arguments) {
        Mcnet.Result said = said(1, arguments);
        assertEquals("", said.out());
        return said;
    }

    private Mcnet.Result made(String... arguments) {
        return said(0, arguments);
    }

    private Mcnet.Result said(int status, String... arguments) {
        Mcnet.Result said = new Mcnet(folder, Map.of("LANG", "C", "LC_ALL", "C")).run(arguments);
        assertEquals(status, said.status(), said::toString);
        assertFalse(said.err().contains("\033"), said::toString);
        assertFalse(said.err().contains("Exception"), said::toString);
        return said;
    }
}
