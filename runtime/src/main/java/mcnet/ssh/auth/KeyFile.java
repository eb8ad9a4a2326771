package mcnet.ssh.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import mcnet.file.InputFile;
import net.schmizz.sshj.common.Buffer;

/**
 * What a private key's file tells without its passphrase.
 *
 * @param publicKey in the encoding of RFC 4253 section 6.6, where the file or its neighbour {@code .pub} holds it
 * @param encrypted whether the private key needs a passphrase
 * @param hasPrivate false where only the public key is there, as for keys that live in an agent
 */
record KeyFile(Path path, Optional<byte[]> publicKey, boolean encrypted, boolean hasPrivate) {
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes();

    /** @throws IOException if the file cannot be read or is no key */
    static KeyFile read(Path path) throws IOException {
        Path neighbour = path.resolveSibling(path.getFileName() + ".pub");
        Optional<byte[]> beside = Files.isReadable(neighbour)
                ? publicKey(text(neighbour))
                : Optional.empty();
        if (!Files.exists(path) && beside.isPresent()) return new KeyFile(path, beside, false, false);
        String text = text(path);
        if (text.startsWith(OPENSSH)) return openSsh(path, text, beside);
        if (text.contains("PRIVATE KEY-----")) return new KeyFile(path, beside, text.contains("ENCRYPTED"), true);
        Optional<byte[]> itself = publicKey(text);
        if (itself.isEmpty()) throw new IOException("it is no key");
        return new KeyFile(path, itself, false, false);
    }

    private static String text(Path path) throws IOException {
        return new String(InputFile.readRegular(path, InputFile.TEXT), StandardCharsets.UTF_8);
    }

    /** The format is OpenSSH's {@code PROTOCOL.key}. */
    private static KeyFile openSsh(Path path, String text, Optional<byte[]> beside) throws IOException {
        try {
            String body = text.substring(OPENSSH.length(), text.indexOf("-----END"));
            Buffer.PlainBuffer key = new Buffer.PlainBuffer(Base64.getMimeDecoder().decode(body));
            key.readRawBytes(new byte[MAGIC.length]);
            boolean encrypted = !key.readString().equals("none");
            key.readString();
            key.readBytes();
            key.readUInt32();
            return new KeyFile(path, beside.or(() -> bytes(key)), encrypted, true);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | Buffer.BufferException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private static Optional<byte[]> bytes(Buffer.PlainBuffer key) {
        try {
            return Optional.of(key.readBytes());
        } catch (Buffer.BufferException e) {
            return Optional.empty();
        }
    }

    /** {@code ssh-ed25519 AAAA… comment}, whose second word begins with the first again. */
    private static Optional<byte[]> publicKey(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 2) return Optional.empty();
        try {
            byte[] blob = Base64.getDecoder().decode(words[1]);
            return new Buffer.PlainBuffer(blob).readString().equals(words[0]) ? Optional.of(blob) : Optional.empty();
        } catch (IllegalArgumentException | Buffer.BufferException e) {
            return Optional.empty();
        }
    }
}
