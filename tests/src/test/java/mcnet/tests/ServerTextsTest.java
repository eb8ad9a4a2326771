package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import mcnet.generated.Unicode;
import mcnet.grammar.ConcreteSyntax;
import mcnet.grammar.Parser;
import mcnet.grammar.QuotedStrings;
import mcnet.grammar.format.Formatter;
import mcnet.importing.Exclusions;
import mcnet.importing.ImportedCluster;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.lxd.traffic.TrimmedTexts;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.module.loading.Modules;
import mcnet.observe.Json;
import mcnet.observe.ObservationFile;
import mcnet.schema.Index;
import mcnet.schema.IndexFile;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.Test;

/**
 * Whatever texts a server holds as descriptions and as keys of users, import writes a file that can be read, that
 * {@code fmt} leaves as it is, and that holds every one of them to the letter.
 */
class ServerTextsTest {
    private static final long SEED = Long.getLong("seed", 20261126);
    private static final int ROUNDS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 10_000 : 200);
    private static final Index INDEX = IndexFile.shipped();
    private static final Pattern MARKER = Pattern.compile("mark-(\\d+)-");

    /** A cluster as it was recorded, and the texts in it that import writes, by their number. */
    record Recorded(String json, Program program, List<Integer> written) {}

    /** With what the server says in the place of each text. */
    record Server(Recorded recorded, Map<Integer, String> texts) {}

    @Test
    void areKeptToTheLetter() throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Mcnet.HOME.resolve("tests/plan"))) {
            for (Path folder : folders.sorted().toList()) recorded(folder, recorded);
        }
        assertTrue(recorded.size() > 5, recorded.size() + " recordings hold texts");
        Property.holds(SEED, ROUNDS, c -> server(recorded, c), ServerTextsTest::isKept);
        System.out.println("ServerTextsTest: -Dseed=" + SEED + ", " + ROUNDS + " imports");
    }

    private static void recorded(Path folder, List<Recorded> into) throws IOException {
        Path observed = folder.resolve("observed.json");
        if (!Files.exists(observed) || Files.exists(folder.resolve("cluster"))) return;
        CompiledPrograms compiled = Compiler.compile(
                List.of(new Source("desired.mcnet", Files.readString(folder.resolve("desired.mcnet")))), INDEX);
        Program program = compiled.perCluster().getFirst().program();
        Recorded all = new Recorded(CaseObservation.json(observed).toString(), program, List.of());
        String marked = imported(all, i -> "mark-" + i + "-");
        List<Integer> written = MARKER.matcher(marked).results().map(m -> Integer.parseInt(m.group(1))).toList();
        if (!written.isEmpty()) into.add(new Recorded(all.json, program, written));
    }

    private static Server server(List<Recorded> recorded, Choices choices) {
        Recorded one = choices.one(recorded);
        Map<Integer, String> texts = new HashMap<>();
        one.written.forEach(i -> texts.put(i, Unicode.text(choices)));
        return new Server(one, texts);
    }

    private static void isKept(Server server) {
        String text = imported(server.recorded, i -> server.texts.getOrDefault(i, ""));
        Source source = new Source("import", text);
        ConcreteSyntax read = Parser.concrete(source);
        assertEquals(List.of(), read.diagnostics().stream().filter(Diagnostic::isError).toList(), text);
        assertEquals(text, Formatter.format(source).text());
        List<String> quoted = read.tokens().stream().map(t -> t.getText()).filter(t -> t.startsWith("\""))
                .map(QuotedStrings::unquote).toList();
        for (String each : server.texts.values())
            assertTrue(each.isEmpty() || quoted.contains(each) || isTrimmed(each, quoted),
                    () -> "lost: " + each + "\n" + text);
    }

    /** Some texts reach LXD's database without the blanks around them, so import passes over those. */
    private static boolean isTrimmed(String text, List<String> quoted) {
        return TrimmedTexts.of(text).isEmpty() || quoted.contains(TrimmedTexts.of(text));
    }

    private static String imported(Recorded recorded, IntFunction<String> texts) {
        try {
            JsonNode root = Json.read(recorded.json);
            replace(root, texts, new int[1]);
            PlanningContext now = new PlanningContext(recorded.program, recorded.program.clusters().getFirst(),
                    ObservationFile.of(Json.read(root.toString())), true);
            return ImportedCluster.of(now, Modules.of(INDEX), INDEX, null, new Exclusions()).text();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every description, and the value of every key that users keep for themselves. */
    private static void replace(JsonNode node, IntFunction<String> texts, int[] count) {
        if (node instanceof ObjectNode object)
            for (String name : object.properties().stream().map(Map.Entry::getKey).toList())
                if (object.get(name).isTextual() && (name.equals("description")
                        || name.startsWith("user.") && !name.startsWith("user.mcnet.")))
                    object.put(name, texts.apply(count[0]++));
        node.forEach(inner -> replace(inner, texts, count));
    }
}
