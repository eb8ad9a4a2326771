package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's cache makes a start faster and changes nothing else, whatever has happened to it. */
class StartCacheTest {
    @TempDir
    static Path home;
    private static byte[] cache;
    private static Mcnet.Result without;

    /** A home of its own, so that the cache in use stays as it is. */
    @BeforeAll
    static void aCacheOfItsOwn() throws Exception {
        Path library = Files.createDirectories(home.resolve("target/lib"));
        Files.copy(Mcnet.HOME.resolve("mcnet"), home.resolve("mcnet"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("runtime/src/main"));
        Files.createDirectory(home.resolve("modules"));
        for (String source : List.of("pom.xml", "runtime/pom.xml", "modules/Network.groovy"))
            Files.createFile(home.resolve(source));
        try (Stream<Path> files = Files.list(Mcnet.HOME.resolve("target/lib"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList())
                Files.copy(file, library.resolve(file.getFileName()));
        }
        Files.createFile(library.resolve("built"));
        without = check();
        assertEquals(0, without.status(), without::toString);
        Path made = cacheFile();
        Java.run(library, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-XX:AOTCacheOutput=" + made, "--", "check", files());
        assertTrue(Files.exists(made));
        cache = Files.readAllBytes(made);
        assertEquals(without, check());
    }

    @Test
    void halfOfIt() throws Exception {
        assertSame(Arrays.copyOf(cache, cache.length / 2));
    }

    @Test
    void nothingOfIt() throws Exception {
        assertSame(new byte[0]);
    }

    @Test
    void noise() throws Exception {
        byte[] noise = new byte[cache.length];
        new Random(4).nextBytes(noise);
        assertSame(noise);
    }

    @Test
    void flippedBytesInItsMiddle() throws Exception {
        byte[] flipped = cache.clone();
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) flipped[cache.length / 4 + random.nextInt(cache.length / 2)] ^= (byte) 0xff;
        assertSame(flipped);
    }

    @Test
    void aFlippedByteInItsHead() throws Exception {
        byte[] flipped = cache.clone();
        flipped[100] ^= (byte) 0xff;
        assertSame(flipped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "nothing", "noise", "middle", "head"})
    void aDamagedOneGoesAtTheNextRunSoThatAPlanMakesItAnew(String damage) throws Exception {
        byte[] bytes = cache.clone();
        switch (damage) {
            case "half" -> bytes = Arrays.copyOf(cache, cache.length / 2);
            case "nothing" -> bytes = new byte[0];
            case "noise" -> new Random(4).nextBytes(bytes);
            case "middle" -> bytes[cache.length / 2] ^= (byte) 0xff;
            default -> bytes[100] ^= (byte) 0xff;
        }
        Files.write(cacheFile(), bytes);
        Files.write(told(), new byte[0]);
        assertEquals(without, check());
        assertTrue(Files.size(told()) > 0);
        assertEquals(without, check());
        assertFalse(Files.exists(cacheFile()));
        assertEquals(0, Files.size(told()));
    }

    @Test
    void aSoundOneStays() throws Exception {
        Files.write(cacheFile(), cache);
        Files.write(told(), new byte[0]);
        for (int run = 0; run < 3; run++) assertEquals(without, check());
        assertEquals(0, Files.size(told()));
        assertArrayEquals(cache, Files.readAllBytes(cacheFile()));
    }

    @Test
    void madeForOtherJars() throws Exception {
        assertSameWithJarOf(FileTime.fromMillis(0));
    }

    @Test
    void olderThanAJar() throws Exception {
        assertSameWithJarOf(FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    }

    private static void assertSameWithJarOf(FileTime time) throws IOException {
        Path jar = home.resolve("target/lib/mcnet-modules-0.1.0.jar");
        FileTime before = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, time);
        try {
            assertSame(cache);
        } finally {
            Files.setLastModifiedTime(jar, before);
        }
    }

    private static void assertSame(byte[] bytes) throws IOException {
        Files.write(cacheFile(), bytes);
        Files.deleteIfExists(told());
        assertEquals(without, check());
    }

    /** Where the launcher looks for it: each build of a JDK has its own. */
    private static Path cacheFile() {
        return home.resolve("target/lib/mcnet-" + System.getProperty("java.runtime.version") + ".aot");
    }

    /** Where the launcher has the JVM write down what is wrong with the cache. */
    private static Path told() {
        return Path.of(cacheFile() + ".told");
    }

    private static Mcnet.Result check() throws IOException {
        return new Mcnet(home).runFrom(home, "check", files());
    }

    private static String files() {
        return Mcnet.HOME.resolve("tests/plan/nothing-to-do").toString();
    }
}
