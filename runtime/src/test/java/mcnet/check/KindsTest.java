package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.schema.Attribute;
import mcnet.schema.AttributeTrait;
import mcnet.schema.Contents;
import mcnet.schema.Kind;
import mcnet.schema.KindDoc;
import mcnet.schema.KindRoles;
import mcnet.schema.Placement;
import mcnet.schema.ServerKey;
import mcnet.schema.ServerObject;
import mcnet.schema.StatementKinds;
import mcnet.schema.TestIndex;
import mcnet.schema.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake that a kind allows has a case in {@code kinds/KIND/MISTAKE}, whose text {@link CasesTest} compares. Which
 * mistakes those are follows from what the kind declares, so a new kind without cases fails here.
 */
class KindsTest {
    private static final Path KINDS = CasesTest.CASES.resolve("kinds");
    private static final Set<String> ALWAYS = Set.of("unknown-far", "twice", "wrong-place");

    static Stream<Path> cases() throws IOException {
        return CasesTest.cases().filter(c -> c.startsWith(KINDS));
    }

    @Test
    void everyKindHasItsMistakes() throws IOException {
        List<String> without = new ArrayList<>();
        for (Kind kind : TestIndex.INDEX.kinds().values())
            mistakes(kind).stream().filter(m -> !Files.isDirectory(KINDS.resolve(kind.name(), m)))
                    .forEach(m -> without.add(kind.name() + "/" + m));
        assertEquals(List.of(), without);
        for (Kind kind : TestIndex.INDEX.kinds().values())
            assertTrue(cases().filter(c -> c.startsWith(KINDS.resolve(kind.name()))).count() >= 4, kind.name());
    }

    @Test
    void aNewKindWouldBeMissed() {
        Attribute port = new Attribute("port", new Type.Whole(1, 9), "", ServerKey.NONE,
                Set.of(AttributeTrait.REQUIRED));
        Attribute via = new Attribute("via", new Type.ListOf(new Type.Reference("uplink")), "");
        Kind vpn = kind("vpn", Placement.TOP, port, via);
        assertEquals(new TreeSet<>(Set.of("wrong-type", "missing", "unknown-near", "unknown-far", "twice",
                "wrong-reference", "wrong-place")), mistakes(vpn));
        assertEquals(new TreeSet<>(ALWAYS), mistakes(kind("marker", Placement.TOP.unnamed())));
    }

    private static Kind kind(String name, Placement placement, Attribute... attributes) {
        return new Kind(name, new KindDoc("", ""), placement,
                new Contents(List.of(attributes), List.of(), List.of(), List.of()),
                ServerObject.NONE, KindRoles.NONE, "", true);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneMistakeIsOneErrorWithAFix(Path folder) throws IOException {
        List<Diagnostic> told = CasesTest.diagnostics(folder);
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.getFirst().isError());
        assertTrue(told.getFirst().labels().getFirst().span().text().length() > 0, "points nowhere");
        assertTrue(!told.getFirst().why().isEmpty(), "says not why");
        assertTrue(!told.getFirst().fix().isEmpty(), "says not what to do");
        boolean near = folder.endsWith("unknown-near");
        assertTrue(!near || told.getFirst().fix().startsWith("did you mean "), told.getFirst().fix());
    }

    private static Set<String> mistakes(Kind kind) {
        Set<String> mistakes = new TreeSet<>(ALWAYS);
        if (!kind.attributes().isEmpty()) {
            mistakes.add("wrong-type");
            mistakes.add("unknown-near");
        }
        if (kind.named() || kind.attributes().stream().anyMatch(Attribute::isRequired))
            mistakes.add("missing");
        boolean namesOthers = kind.attributes().stream().anyMatch(a -> isReference(a.type()));
        if (namesOthers || kind.statements().stream().anyMatch(s -> s != StatementKinds.DEFAULTS))
            mistakes.add("wrong-reference");
        return mistakes;
    }

    private static boolean isReference(Type type) {
        return switch (type) {
            case Type.Reference _ -> true;
            case Type.ListOf(Type element) -> isReference(element);
            case Type.Either(List<Type> types) -> types.stream().anyMatch(KindsTest::isReference);
            default -> false;
        };
    }
}
