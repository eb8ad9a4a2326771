package mcnet.lab.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * What the image of a member is made of.
 *
 * @param files their order and contents
 * @param arguments of the build, which say which server it has
 */
record ImageRecipe(SequencedMap<String, byte[]> files, SortedMap<String, String> arguments) {

    private static final List<String> NAMES = List.of("Dockerfile", "start", "netdev-bridges", "cluster", "access",
            "status");

    static ImageRecipe of(ServerDistribution server) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        for (String name : NAMES)
            try (InputStream in = ImageRecipe.class.getResourceAsStream("/mcnet/lab/" + name)) {
                files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        return new ImageRecipe(files, new TreeMap<>(Map.of("SUITES", String.join(" ", server.suites()), "PACKAGES",
                String.join(" ", server.packages()), "SERVER", server.server())));
    }

    /** A recipe that changed has another tag, one that did not finds its image again. */
    String tag() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                digest.update(file.getKey().getBytes());
                digest.update(file.getValue());
            }
            digest.update(arguments.toString().getBytes());
            return "mcnet-lab:" + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files as the engine wants them. */
    byte[] tar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setMode(0755);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
