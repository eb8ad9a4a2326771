package mcnet.module.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.Compiler;
import mcnet.module.Module;
import mcnet.schema.Index;
import mcnet.schema.Kind;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of the user's own: compiled once, checked like all others. */
class UserModulesTest {
    private static final Path TAGS = Path.of("src/test/resources/modules/tags");

    @TempDir
    Path folder;

    private UserModules.Loaded load(Path modules) {
        return UserModules.load(modules, folder.resolve("cache"), TestIndex.INDEX);
    }

    private Path module(String text) throws IOException {
        Path modules = Files.createDirectories(folder.resolve("own"));
        Files.writeString(modules.resolve("Tag.groovy"), text);
        return modules;
    }

    private static List<String> codes(UserModules.Loaded loaded) {
        return loaded.problems().stream().map(Diagnostic::code).toList();
    }

    @Test
    void aSecondRunCompilesNothing() {
        assertEquals(1, load(TAGS).compiled());
        UserModules.Loaded again = load(TAGS);
        assertEquals(0, again.compiled());
        assertEquals(List.of("tag"), again.modules().orElseThrow().kinds().stream().map(Kind::name).toList());
    }

    @Test
    void anotherTextIsCompiledAnew() throws IOException {
        String text = Files.readString(TAGS.resolve("Tag.groovy"));
        assertEquals(1, load(module(text)).compiled());
        assertEquals(1, load(module(text.replace("'green'", "'blue'"))).compiled());
        assertEquals(0, load(module(text)).compiled());
    }

    @Test
    void itsAttributesAreCheckedLikeAllOthers() {
        Index index = with(load(TAGS).modules().orElseThrow());
        assertEquals(
                List.of("MC0217 unknown value `blue`", "MC0277 unknown attribute \"weigth\" of a tag",
                        "MC0290 missing attribute colour"
                                + " of tag b",
                        "MC0219 weight must be a whole number from 1 to 10, not a text"),
                told("tag a { colour = blue  weigth = 5 }\ntag b { weight = \"5\" }", index));
        assertEquals(List.of(), told("tag a { colour = red  weight = 5 }", index));
        assertEquals(List.of("MC0264 unknown kind of declaration `tag`"), told("tag a { }", TestIndex.INDEX));
    }

    @Test
    void itIsLoadedWhenAPlanWantsIt() {
        UserModules modules = load(TAGS).modules().orElseThrow();
        List<Module> loaded = Modules.of(Index.of(modules.kinds()), modules.classes());
        assertEquals("tag", loaded.getFirst().kinds().getFirst().name());
    }

    @Test
    void whatIsWrongWithItIsSaid() throws IOException {
        UserModules.Loaded broken = load(
                module("class Tag implements mcnet.module.Module {\n  List kinds( { [] }\n}\n"));
        assertEquals(List.of("MC0606"), codes(broken));
        assertEquals(2, broken.problems().getFirst().labels().getFirst().span().line());
        assertEquals(List.of("MC0604"), codes(load(module("class Tag { }"))));
        assertEquals(List.of("MC0602"), codes(load(module(Files.readString(TAGS.resolve("Tag.groovy"))
                .replace("'tag'", "'network'")))));
        assertEquals(List.of("MC0605"), codes(load(module(Files.readString(TAGS.resolve("Tag.groovy"))
                .replace("@Override", "Tag(int x) { }\n    @Override")))));
        assertEquals(List.of("MC0605"), codes(load(module(Files.readString(TAGS.resolve("Tag.groovy"))
                .replace("required()", "requird()")))));
        assertEquals(List.of("MC0601"), codes(load(Files.createDirectories(folder.resolve("empty")))));
        assertEquals(List.of("MC0603"), codes(load(folder.resolve("nowhere"))));
    }

    @Test
    void nothingHalfMadeStaysBehind() throws IOException {
        load(module("class Tag {"));
        load(TAGS);
        try (var kept = Files.list(folder.resolve("cache"))) {
            assertTrue(kept.allMatch(f -> f.getFileName().toString().matches("\\p{XDigit}{64}")));
        }
    }

    private static Index with(UserModules own) {
        List<Kind> kinds = new ArrayList<>(TestIndex.INDEX.kinds().values());
        kinds.addAll(own.kinds());
        return Index.of(kinds);
    }

    private static List<String> told(String text, Index index) {
        return Compiler.compile(List.of(new Source("shop.mcnet", text)), index).diagnostics().stream()
                .map(d -> d.code() + " " + d.message()).toList();
    }
}
