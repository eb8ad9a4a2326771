package mcnet.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The index as a file: written by the build, read at every start. */
public final class IndexFile {
    /** Where the index of the shipped modules lies on the class path. */
    public static final String RESOURCE = "mcnet/schema.json";

    private IndexFile() {}

    /** The index of the shipped modules. */
    public static Index shipped() {
        return Shipped.INDEX;
    }

    /** Read once, when it is first asked for. */
    private static final class Shipped {
        private static final Index INDEX = load();
    }

    private static Index load() {
        try (InputStream in = IndexFile.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null)
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Index read(InputStream in) throws IOException {
        return IndexReader.read(in);
    }

    public static void write(Index index, OutputStream out) throws IOException {
        IndexWriter.write(index, out);
    }
}
