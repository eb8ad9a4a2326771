package mcnet.ssh.hostkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One line of known_hosts.
 *
 * @param type {@code ssh-ed25519}
 * @param blob the public key in the encoding of RFC 4253 section 6.6
 * @param file where it stands
 * @param line its number, from 1
 */
record KnownHost(Marker marker, HostNames names, String type, byte[] blob, Path file, int line) {

    /** What the line says of its key. */
    enum Marker {
        /** It is the host's. */
        KEY,
        /** It signs the certificates of hosts. */
        AUTHORITY,
        /** It is never taken. */
        REVOKED
    }

    /** The lines of a text; comments, and lines that ssh passes over because it cannot read them, are left out. */
    static List<KnownHost> parse(String text, Path file) {
        List<KnownHost> hosts = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) parse(lines[i], file, i + 1).ifPresent(hosts::add);
        return hosts;
    }

    static Optional<KnownHost> parse(String line, Path file, int number) {
        String[] words = line.strip().split("[ \t]+");
        if (words[0].isEmpty() || words[0].startsWith("#")) return Optional.empty();
        Marker marker = switch (words[0]) {
            case "@cert-authority" -> Marker.AUTHORITY;
            case "@revoked" -> Marker.REVOKED;
            default -> words[0].startsWith("@") ? null : Marker.KEY;
        };
        int first = marker == Marker.KEY ? 0 : 1;
        if (marker == null || words.length < first + 3) return Optional.empty();
        return blob(words[first + 1], words[first + 2])
                .map(blob -> new KnownHost(marker, new HostNames(words[first]), words[first + 1], blob, file, number));
    }

    /** The key's bytes, which begin with its type. */
    static Optional<byte[]> blob(String type, String base64) {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            boolean named = blob.length >= 4 + name.length && ByteBuffer.wrap(blob).getInt() == name.length
                    && Arrays.equals(blob, 4, 4 + name.length, name, 0, name.length);
            return named ? Optional.of(blob) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isOf(byte[] key) {
        return Arrays.equals(blob, key);
    }

    /** {@code /root/.ssh/known_hosts:7}, as ssh prints it. */
    String place() {
        return file + ":" + line;
    }
}
