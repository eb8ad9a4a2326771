package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arguments, variables and names of files are UTF-8 whatever the locale is, one that is not installed included. A shell
 * makes the names, since this JVM may be unable to spell them.
 */
class LocaleTest {
    @TempDir
    Path folder;

    private Mcnet.Execution shell(String script) throws IOException {
        Files.write(folder.resolve("script"), script.getBytes(StandardCharsets.UTF_8));
        ProcessBuilder builder = new ProcessBuilder("sh", "script").directory(folder.toFile());
        builder.environment().put("MCNET", Mcnet.HOME.resolve("mcnet").toString());
        return Mcnet.running(builder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=POSIX", "LANG=de_DE.UTF-8"})
    void everythingIsUtf8(String locale) throws IOException {
        Mcnet.Result said = shell("""
                set -e
                unset LC_ALL LANG LC_CTYPE
                mkdir -p 'größe 😀'
                printf 'program p\\nparam who: string = "x"\\nacl b { description = "${who}" }\\n' >'größe 😀/ü.mcnet'
                cd 'größe 😀'
                %1$s "$MCNET" check ü.mcnet
                %1$s "$MCNET" check
                %1$s "$MCNET" print --set who=jürgen ü.mcnet
                printf 'acl a{}\\n' >ä.mcnet
                %1$s "$MCNET" fmt ä.mcnet
                ls
                %1$s "$MCNET" check nö.mcnet || true
                """.formatted(locale)).end();
        assertAll(() -> assertEquals(0, said.status(), said::toString),
                () -> assertTrue(said.out().contains("\"jürgen\""), said::toString),
                () -> assertTrue(said.out().contains("ä.mcnet\nü.mcnet\n"), said::toString),
                () -> assertTrue(said.err().contains("nö.mcnet"), said::toString),
                () -> assertTrue(!said.toString().contains("\uFFFD"), said::toString));
    }

    @Test
    void whatIsNotUtf8IsRefusedAndNotMangled() throws IOException {
        Mcnet.Result said = shell("""
                printf 'program p\\nparam who: string = "x"\\nacl b { description = "${who}" }\\n' >a.mcnet
                LC_ALL=C "$MCNET" print --set "who=j$(printf '\\374')rgen" a.mcnet
                """).end();
        assertAll(() -> assertEquals(1, said.status(), said::toString), () -> assertEquals("", said.out()),
                () -> assertTrue(said.err().contains("error[MC0030]: argument is not UTF-8"), said::toString));
    }

    @Test
    void aSystemWithoutSuchALocaleSaysSoWhereItMatters() throws IOException {
        Mcnet.Result said = shell("""
                printf 'program p\\n' >a.mcnet; cp a.mcnet ü.mcnet
                export MCNET_LOCALE=nowhere.UTF-8
                "$MCNET" check a.mcnet && "$MCNET" check ü.mcnet
                """).end();
        assertAll(() -> assertEquals(1, said.status(), said::toString),
                () -> assertTrue(said.err().contains("error[MC0031]"), said::toString),
                () -> assertTrue(said.err().contains("MCNET_LOCALE"), said::toString));
    }
}
