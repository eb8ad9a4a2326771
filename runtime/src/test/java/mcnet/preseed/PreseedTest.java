package mcnet.preseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import inet.ipaddr.IPAddressString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.check.Checks;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.generated.Property;
import mcnet.grammar.format.Formatter;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.model.Program;
import mcnet.report.terminal.Style;
import mcnet.report.text.DiagnosticText;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A preseed becomes a program and a preseed again, and nothing about its networks is lost on the way. */
class PreseedTest {
    private static final long SEED = Long.getLong("seed", 20261123);
    private static final int ROUNDS = Integer.getInteger("rounds", 300);
    private static final Path CASES = Path.of("src/test/resources/preseed");

    @Test
    void theProgramIsFreeOfFindingsAndFormatted() {
        Property.holds(SEED, ROUNDS, c -> new Preseeds(c).preseed(), preseed -> {
            PreseedImport imported = imported(preseed);
            assertEquals(List.of(), imported.diagnostics().stream().map(Diagnostic::message).toList());
            assertEquals(List.of(), found(compiled(imported.text())), imported.text());
            assertEquals(Formatter.format(new Source("x", imported.text())).text(), imported.text());
        });
    }

    @Test
    void thereAndBackKeepsTheNetworks() {
        Property.holds(SEED, ROUNDS, c -> new Preseeds(c).preseed(), preseed -> {
            Preseed first = read(preseed);
            PreseedExport exported = exported(imported(preseed).text(), first.version());
            assertEquals(List.of(), exported.diagnostics().stream().map(Diagnostic::message).toList());
            assertEquals(networks(first), networks(read(exported.text())), exported.text());
            PreseedExport latest = exported(imported(preseed).text(), PreseedExport.LATEST);
            assertEquals(networks(first), networks(read(latest.text())), latest.text());
        });
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    /**
     * A folder is a case: a preseed, and what is said of it or made of it. With {@code -Dupdate=true} that is written
     * anew.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void oneMistakeIsOneFindingInItsPlace(Path folder) throws IOException {
        PreseedImport imported = imported(Files.readString(folder.resolve("preseed.yaml")));
        assertEquals(folder.getFileName().toString().startsWith("good-") ? 0 : 1, imported.diagnostics().size(),
                imported.diagnostics().toString());
        imported.diagnostics().forEach(d -> {
            assertEquals("preseed.yaml", d.labels().getFirst().span().source().name());
            assertFalse(d.why().isEmpty() || d.fix().isEmpty(), d.toString());
        });
        String told = (imported.diagnostics().isEmpty()
                ? ""
                : new DiagnosticText(Style.PLAIN).all(imported.diagnostics()).toString())
                + imported.text();
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("update")) Files.writeString(expected, told);
        assertEquals(Files.readString(expected), told);
    }

    /** A preseed with some characters changed, doubled or left out is read or refused, and never more than that. */
    @Test
    void noiseIsReadOrRefused() {
        Property.holds(SEED, ROUNDS, c -> {
            StringBuilder text = new StringBuilder(new Preseeds(c).preseed());
            for (int i = c.below(6); i >= 0 && !text.isEmpty(); i--) {
                int at = c.below(text.length());
                switch (c.below(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at,
                            c.one(":", "-", "\n", "\"", "{", "[", "&a ", "*a", "!", "\t", "\u0000", "🙂", " "));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + c.below(40))));
                }
            }
            return text.toString();
        }, preseed -> {
            PreseedImport imported = imported(preseed);
            assertEquals(imported.diagnostics().stream().anyMatch(Diagnostic::isError), imported.text().isEmpty());
        });
    }

    @Test
    void anyBytesAreReadOrRefused() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            imported(new String(bytes, StandardCharsets.UTF_8));
        }
        imported("a: ".repeat(5000));
        imported("[".repeat(5000));
        imported("&a [*a, *a]");
        imported("systems: &s\n- storage: &t { ceph: *t }\n");
    }

    private static PreseedImport imported(String preseed) {
        return PreseedImport.of(new Source("preseed.yaml", preseed), "microcloud", TestIndex.INDEX);
    }

    private static Preseed read(String text) {
        List<Diagnostic> found = new ArrayList<>();
        Preseed preseed = PreseedReader.read(new Source("preseed.yaml", text), found).orElseThrow();
        assertEquals(List.of(), found);
        return preseed;
    }

    private static PreseedExport exported(String text, int version) {
        Program program = compiled(text).perCluster().getFirst().program();
        return PreseedExport.of(program, program.find("cluster", "micro").orElseThrow(), version);
    }

    private static CompiledPrograms compiled(String text) {
        return Compiler.compile(List.of(new Source("shop.mcnet", text)), TestIndex.INDEX);
    }

    private static List<String> found(CompiledPrograms compiled) {
        List<Diagnostic> all = new ArrayList<>(compiled.diagnostics());
        all.addAll(Checks.check(compiled.perCluster().stream()
                .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList()));
        return all.stream().map(Diagnostic::message).toList();
    }

    /** All that a preseed says of networks, with addresses in their one spelling. */
    private static String networks(Preseed preseed) {
        StringBuilder text = new StringBuilder();
        preseed.get("lookup_subnet").ifPresent(s -> text.append("in ").append(Subnets.of(s.text()).orElseThrow()));
        preseed.systems().forEach(s -> text.append('\n').append(new TreeMap<>(s.values()).entrySet().stream()
                .filter(e -> !e.getKey().equals("storage")).map(e -> e.getKey() + "=" + same(e.getValue().text()))
                .collect(Collectors.joining(" "))));
        new TreeMap<>(preseed.ovn()).forEach((key, value) -> text.append('\n').append(key).append('=')
                .append(same(value.text())));
        return text.toString();
    }

    private static String same(String value) {
        return Stream.of(value.split(","))
                .map(v -> v.contains(":") ? new IPAddressString(v.strip()).getAddress().toCanonicalString() : v.strip())
                .collect(Collectors.joining(","));
    }
}
