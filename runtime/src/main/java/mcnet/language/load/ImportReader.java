package mcnet.language.load;

import java.util.Optional;
import mcnet.diagnostic.Source;

/** Where imported texts come from: the only way in which a program reaches beyond the files that were named. */
public interface ImportReader {

    /** There is nothing to import. */
    ImportReader NONE = new ImportReader() {
        @Override
        public Optional<Source> file(String from, String path) {
            return Optional.empty();
        }

        @Override
        public Optional<Source> library(String name) {
            return Optional.empty();
        }
    };

    /**
     * A file beside another.
     *
     * @param from the name of the source that imports it
     * @return a source of the same name whichever way it was come to; empty where there is none
     * @throws UnreadableFile where there is one and it is no text, too large, or cannot be read
     */
    Optional<Source> file(String from, String path) throws UnreadableFile;

    /**
     * Whether a file lies outside of where a program may reach, wherever links lead: what is wrong with it would be shown
     * with its lines, and whoever wrote the program may not be one who may read them.
     *
     * @param from the name of the source that names it
     */
    default boolean isOutside(String from, String path) {
        return false;
    }

    /** @param name {@code std.vpc} */
    Optional<Source> library(String name);
}
