package mcnet.ssh.hostkeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.ssh.hostkeys.KnownHost.Marker;
import net.schmizz.sshj.common.KeyType;

/**
 * Whether a host's key is taken, in the order of OpenSSH's {@code hostfile.c} and {@code sshconnect.c}: what is revoked
 * anywhere is denied whatever another line says; then a pin; then a certificate; then the host's own lines.
 *
 * @param names under which the host is known: with its port, and without, as ssh takes a key that stands there too
 * @param known lines that may grant
 * @param denying lines of which only the revoked ones count
 * @param signatures algorithms by which an authority may sign ({@code CASignatureAlgorithms}); empty: any
 */
public record HostKeyCheck(List<String> names, List<KnownHost> known, List<KnownHost> denying,
        List<RevokedKeys> revoked,
        Optional<String> pin, List<String> signatures) {

    /**
     * What the check found.
     *
     * @param place the file and the line that decided, or why a certificate does not hold; may be empty
     */
    public record Result(Verdict verdict, String place) {}

    /** Whether a key is taken. */
    public enum Verdict {
        /** It is the host's. */
        TAKEN,
        /** Nobody knows the host. */
        UNKNOWN,
        /** The host is known by another key. */
        CHANGED,
        /** The file pins another key. */
        OTHER_PIN,
        /** The key, or the authority's that signed it, is revoked. */
        REVOKED
    }

    /**
     * @param known known_hosts files that may grant; those that are not there are passed over, as ssh does
     * @param denying further ones, of which only what they revoke counts
     * @param revoked files of {@code RevokedHostKeys}
     * @param pin the one key's fingerprint, {@code SHA256:…}
     * @param signatures algorithms by which an authority may sign; empty: any
     * @throws IOException if a file cannot be read: what it denies would not be known
     */
    public static HostKeyCheck load(List<String> names, List<Path> known, List<Path> denying, List<Path> revoked,
            Optional<String> pin, List<String> signatures) throws IOException {
        List<RevokedKeys> keys = new ArrayList<>();
        for (Path file : revoked) keys.add(RevokedKeys.read(file));
        return new HostKeyCheck(names, lines(known), lines(denying), keys, pin, signatures);
    }

    /** Whether a file holds host keys, and nothing else but comments. */
    public static boolean isKnownHosts(Path file) throws IOException {
        List<String> lines = new String(KeyFileReader.read(file), StandardCharsets.ISO_8859_1).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        return !lines.isEmpty() && lines.stream().allMatch(line -> KnownHost.parse(line, file, 0).isPresent());
    }

    private static List<KnownHost> lines(List<Path> files) throws IOException {
        List<KnownHost> lines = new ArrayList<>();
        for (Path file : files)
            if (Files.exists(file))
                lines.addAll(KnownHost.parse(new String(KeyFileReader.read(file), StandardCharsets.ISO_8859_1), file));
        return lines;
    }

    /** @throws IOException if a key revocation list cannot be asked */
    public Result of(PublicKey shown, String fingerprint) throws IOException {
        PresentedKey key = PresentedKey.of(shown);
        List<byte[]> blobs = Stream.concat(Stream.of(key.blob()), key.authority().stream()).toList();
        Optional<String> denied = denied(key, blobs);
        if (denied.isPresent()) return new Result(Verdict.REVOKED, denied.get());
        if (pin.isPresent())
            return new Result(fingerprint.equals(pin.get()) ? Verdict.TAKEN : Verdict.OTHER_PIN, "");
        String why = "";
        if (key.certificate().isPresent() && signed(key)) {
            // Certificates name hosts without ports.
            Optional<String> invalid = key.invalid(names.getLast(), signatures);
            if (invalid.isEmpty()) return new Result(Verdict.TAKEN, "");
            why = "its certificate is not valid: " + invalid.get();
        }
        return plain(key.blob(), why);
    }

    private Optional<String> denied(PresentedKey key, List<byte[]> blobs) throws IOException {
        for (RevokedKeys file : revoked)
            for (byte[] blob : blobs)
                if (file.has(type(blob), blob)) return Optional.of(file.file().toString());
        return Stream.concat(known.stream(), denying.stream())
                .filter(line -> line.marker() == Marker.REVOKED && names.stream().anyMatch(line.names()::match))
                .filter(line -> blobs.stream().anyMatch(line::isOf))
                .map(KnownHost::place).findFirst();
    }

    /** The type that a key's bytes begin with. */
    private static String type(byte[] blob) {
        int length = java.nio.ByteBuffer.wrap(blob).getInt();
        return new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    private boolean signed(PresentedKey key) {
        return of(names.getFirst(), Marker.AUTHORITY).anyMatch(line -> line.isOf(key.authority().orElseThrow()));
    }

    private Result plain(byte[] key, String why) {
        List<KnownHost> own = of(names.getFirst(), Marker.KEY).toList();
        if (own.stream().anyMatch(line -> line.isOf(key))) return new Result(Verdict.TAKEN, "");
        if (!own.isEmpty()) return new Result(Verdict.CHANGED, own.getFirst().place());
        boolean portless = names.stream().skip(1).flatMap(name -> of(name, Marker.KEY))
                .anyMatch(line -> line.isOf(key));
        return portless ? new Result(Verdict.TAKEN, "") : new Result(Verdict.UNKNOWN, why);
    }

    private Stream<KnownHost> of(String name, Marker marker) {
        return known.stream().filter(line -> line.marker() == marker && line.names().match(name));
    }

    /** Types of keys that the host is known by: asked for first, so that a host with several shows the known one. */
    public List<String> types() {
        if (pin.isPresent()) return List.of();
        Stream<String> keys = names.stream().flatMap(name -> of(name, Marker.KEY)).map(KnownHost::type);
        boolean authority = of(names.getFirst(), Marker.AUTHORITY).findAny().isPresent();
        Stream<String> certificates = authority
                ? Stream.of(KeyType.values()).filter(t -> t.getParent() != null).map(KeyType::toString)
                : Stream.empty();
        return Stream.concat(certificates, keys).distinct().toList();
    }
}
