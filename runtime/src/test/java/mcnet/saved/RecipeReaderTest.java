package mcnet.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a saved plan was compiled from stands in it, all of it. */
class RecipeReaderTest {
    @TempDir
    Path folder;

    @Test
    void aSavedPlanReadsNoFile() throws Exception {
        Path there = Files.writeString(folder.resolve("there.mcnet"), "program other");
        Source source = new Source("shop.mcnet", "import \"" + there + "\"");
        ProgramSources recipe = new ProgramSources(List.of(source), Map.of(), Map.of());
        assertEquals(Optional.empty(), recipe.inputs().reader().file("shop.mcnet", there.toString()));
    }
}
