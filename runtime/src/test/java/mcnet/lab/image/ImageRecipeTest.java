package mcnet.lab.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;

class ImageRecipeTest {

    @Test
    void theTagFollowsTheContents() {
        ImageRecipe recipe = ImageRecipe.of(ServerDistribution.LXD);
        assertEquals(recipe.tag(), ImageRecipe.of(ServerDistribution.LXD).tag());
        SequencedMap<String, byte[]> changed = new LinkedHashMap<>(recipe.files());
        changed.put("start", "#!/bin/sh\n".getBytes());
        assertNotEquals(recipe.tag(), new ImageRecipe(changed, recipe.arguments()).tag());
    }

    @Test
    void eachServerHasItsOwnImage() {
        assertEquals(ServerDistribution.names().size(), ServerDistribution.names().stream()
                .map(name -> ImageRecipe.of(ServerDistribution.named(name).orElseThrow()).tag()).distinct().count());
    }

    @Test
    void theDockerfileTakesEveryArgument() {
        ImageRecipe recipe = ImageRecipe.of(ServerDistribution.INCUS);
        String dockerfile = new String(recipe.files().get("Dockerfile"));
        for (String argument : recipe.arguments().keySet())
            assertTrue(dockerfile.contains("ARG " + argument + "="), argument);
    }

    @Test
    void theArchiveHoldsEveryFileThatTheDockerfileCopies() throws IOException {
        ImageRecipe recipe = ImageRecipe.of(ServerDistribution.LXD);
        String copies = new String(recipe.files().get("Dockerfile")).lines().filter(line -> line.startsWith("COPY"))
                .findFirst().orElseThrow();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(recipe.tar()))) {
            assertEquals("Dockerfile", tar.getNextEntry().getName());
            for (String name : recipe.files().sequencedKeySet().stream().skip(1).toList()) {
                assertEquals(name, tar.getNextEntry().getName());
                assertTrue(copies.contains(" " + name + " "), name);
            }
        }
    }
}
