package mcnet.ssh.hostkeys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mcnet.file.Folders;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;

/**
 * The keys that ssh's {@code RevokedHostKeys} denies: a text with one public key a line, or a key revocation list, which
 * ssh-keygen reads for us.
 */
record RevokedKeys(Path file, List<byte[]> listed, boolean isList) {
    /** The first bytes of a key revocation list (OpenSSH {@code PROTOCOL.krl}). */
    private static final byte[] MAGIC = "SSHKRL\n\0".getBytes(StandardCharsets.US_ASCII);

    static RevokedKeys read(Path file) throws IOException {
        byte[] bytes = KeyFileReader.read(file);
        if (bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length))
            return new RevokedKeys(file, List.of(), true);
        List<byte[]> keys = new String(bytes, StandardCharsets.ISO_8859_1).lines()
                .map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .map(l -> l.split("[ \t]+"))
                .flatMap(w -> (w.length < 2 ? Optional.<byte[]>empty() : KnownHost.blob(w[0], w[1])).stream())
                .toList();
        return new RevokedKeys(file, keys, false);
    }

    /** @throws IOException if that cannot be found out */
    boolean has(String type, byte[] key) throws IOException {
        return isList ? asked(type, key) : listed.stream().anyMatch(k -> Arrays.equals(k, key));
    }

    /** ssh-keygen(1): {@code -Q} ends with status 0 where no key is revoked, and says of each whether it is. */
    private boolean asked(String type, byte[] key) throws IOException {
        Path shown = OutputFile.temporary(".pub", type + " " + Base64.getEncoder().encodeToString(key) + "\n");
        try {
            Process keygen = new ProcessBuilder("ssh-keygen", "-Q", "-f", file.toString(), shown.toString())
                    .redirectErrorStream(true).start();
            keygen.getOutputStream().close();
            String said = new String(InputFile.drain(keygen.getInputStream(), InputFile.TEXT, "ssh-keygen"),
                    StandardCharsets.UTF_8);
            int status = keygen.waitFor();
            if (said.contains(": REVOKED")) return true;
            if (status != 0) throw new IOException("ssh-keygen cannot read " + file + ": " + said.strip());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Folders.remove(shown);
        }
    }
}
