package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clusters as somebody left them. {@code tests/import/recordings} holds real ones, as {@code mcnet observe} kept them;
 * {@code tests/import/hostile} states made by hand, each as what it has beside or instead of {@code base.json}: half made,
 * renamed, with odd keys, with things of others. Beside each stands what import makes of it, {@code NAME.mcnet}, and says,
 * {@code NAME.err}. {@code -Dmcnet.update=true} writes both anew.
 */
class ImportCasesTest {
    private static final Path CASES = Mcnet.HOME.resolve("tests/import");

    /** Where something was not answered, cannot be read by this version, or is the program's own and broken. */
    private static final Set<String> REFUSED = Set.of("lists-that-failed", "peer-of-ours-half-lost",
            "marks-of-a-later-format");

    @TempDir
    Path folder;

    static Stream<String> hostile() throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve("hostile"))) {
            return files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".json"))
                    .map(f -> f.replace(".json", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostile(String name) throws IOException {
        JsonNode base = ImportedCluster.JSON.readTree(CASES.resolve("base.json").toFile());
        JsonNode state = ImportedCluster.JSON.readTree(CASES.resolve("hostile").resolve(name + ".json").toFile());
        Path observed = folder.resolve("observed.json");
        Files.writeString(observed, ImportedCluster.merged(base, state).toString());
        ImportedCluster cluster = new ImportedCluster(folder, observed);
        if (REFUSED.contains(name)) {
            ImportedCluster.Result refused = cluster.imported("cluster");
            assertEquals(1, refused.status(), refused::toString);
            golden("hostile/" + name, refused);
            return;
        }
        ImportedCluster.Result made = cluster.adopted("cluster");
        golden("hostile/" + name, made);
        cluster.namesEverything(made);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"lxd-5.21.7-before-upgrade,rich", "lxd-5.21.7-keys-acceleration,rich",
            "lxd-5.21.7-rich-with-balancers,rich", "lxd-5.21.7-rich,rich",
            "lxd-6.9-after-upgrade-from-5.21.7-lost-key,rich", "lxd-6.9-after-upgrade-from-5.21.7,rich",
            "lxd-6.9-rich-foreign,rich", "lxd-6.9-rich-own,rich", "microcloud-fresh,mc", "microcloud-instances,mc",
            "microcloud-ipv4-only,mc", "microcloud-lxd521,mc", "microcloud-central-moved,microcloud",
            "microcloud-member-removed,microcloud"})
    void recording(String name, String program) throws IOException {
        Path observed = CASES.resolve("recordings").resolve(name + ".json");
        golden("recordings/" + name, new ImportedCluster(folder, observed).adopted(program));
        new ImportedCluster(folder, observed).adopted("a-newcomer");
    }

    /** LXD 6.9 lists in another order each time. */
    @ParameterizedTest
    @ValueSource(strings = {"lxd-6.9-rich-foreign", "lxd-5.21.7-rich-with-balancers"})
    void listsInAnyOrderGiveOneText(String name) throws IOException {
        Path observed = folder.resolve("observed.json");
        Random random = new Random(20261126);
        for (int round = 0; round < 3; round++) {
            JsonNode recording = ImportedCluster.JSON.readTree(CASES.resolve("recordings/" + name + ".json").toFile());
            shuffle(recording, random);
            Files.writeString(observed, recording.toString());
            ImportedCluster.Result made = new ImportedCluster(folder, observed).imported("rich");
            assertEquals(Files.readString(CASES.resolve("recordings/" + name + ".mcnet")), made.out());
            assertEquals(Files.readString(CASES.resolve("recordings/" + name + ".err")), made.err());
        }
    }

    private static void shuffle(JsonNode recording, Random random) {
        List<JsonNode> places = new ArrayList<>(recording.path("members").valueStream().toList());
        places.add(recording.path("cluster"));
        for (JsonNode place : places)
            for (JsonNode answer : place)
                if (answer instanceof ArrayNode list) {
                    List<JsonNode> entries = new ArrayList<>(list.valueStream().toList());
                    Collections.shuffle(entries, random);
                    list.removeAll().addAll(entries);
                }
    }

    private static void golden(String name, ImportedCluster.Result made) throws IOException {
        Path text = CASES.resolve(name + ".mcnet");
        Path err = CASES.resolve(name + ".err");
        if (Boolean.getBoolean("mcnet.update")) {
            Files.writeString(text, made.out());
            Files.writeString(err, made.err());
        }
        assertEquals(Files.readString(text), made.out());
        assertEquals(Files.readString(err), made.err());
    }
}
