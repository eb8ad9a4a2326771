package mcnet.lab.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @Test
    void liesWhereTheUserKeepsState() {
        assertEquals(Path.of("/home/ada/.local/state/mcnet/lab/lab/id_ed25519"),
                StateFolder.of(Map.of(), "/home/ada").identity("lab"));
        assertEquals(Path.of("/home/bob/.local/state/mcnet/lab/lab/id_ed25519"),
                StateFolder.of(Map.of("HOME", "/home/bob"), "/home/ada").identity("lab"));
        assertEquals(Path.of("/state/mcnet/lab/lab/known_hosts"),
                StateFolder.of(Map.of("XDG_STATE_HOME", "/state"), "/home/ada").knownHosts("lab"));
    }

    @Test
    void keepsKeysToTheUser(@TempDir Path folder) throws IOException {
        StateFolder state = new StateFolder(folder);
        StateFolder.write(state.identity("lab"), "secret");
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(state.identity("lab"))));
        state.remove("lab");
        assertFalse(Files.exists(folder.resolve("lab")));
    }
}
