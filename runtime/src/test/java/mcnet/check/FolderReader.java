package mcnet.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mcnet.diagnostic.Source;
import mcnet.language.load.ImportReader;

/** Imports within the folder of a case; its libraries lie in {@code std}. */
record FolderReader(Path folder) implements ImportReader {

    @Override
    public Optional<Source> file(String from, String path) {
        return read(folder.resolve(from).resolveSibling(path).normalize());
    }

    @Override
    public boolean isOutside(String from, String path) {
        return !folder.resolve(from).resolveSibling(path).normalize().startsWith(folder.normalize());
    }

    @Override
    public Optional<Source> library(String name) {
        return read(folder.resolve(name.replace('.', '/') + ".mcnet"));
    }

    private Optional<Source> read(Path file) {
        try {
            return Optional.of(new Source(folder.relativize(file).toString(), Files.readString(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
