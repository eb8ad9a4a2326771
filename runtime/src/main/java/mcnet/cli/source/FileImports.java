package mcnet.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import mcnet.diagnostic.Source;
import mcnet.language.load.ImportReader;
import mcnet.language.load.UnreadableFile;

/**
 * Imports from the files of this machine, and libraries from the class path.
 *
 * @param folders where a program may reach; what the user named itself is read before
 */
public record FileImports(ProgramFolders folders) implements ImportReader {
    private static final String LIBRARIES = "std.";

    @Override
    public boolean isOutside(String from, String path) {
        try {
            return !folders.contain(Path.of(from).resolveSibling(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public Optional<Source> file(String from, String path) throws UnreadableFile {
        try {
            return Optional.of(TextFile.readRegular(Path.of(from).resolveSibling(path).normalize()));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Source> library(String name) {
        if (!name.startsWith(LIBRARIES) || name.indexOf('/') >= 0) return Optional.empty();
        String resource = "mcnet/std/" + name.substring(LIBRARIES.length()) + ".mcnet";
        try (InputStream in = FileImports.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Source(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
