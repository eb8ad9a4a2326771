package mcnet.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.file.InputFile;
import mcnet.language.load.UnreadableFile;

/** Texts from files: in UTF-8, whatever the locale, and of a size that somebody may have written. */
public final class TextFile {
    private TextFile() {}

    /**
     * What the user names; a pipe too.
     *
     * @throws IOException where it cannot be read at all
     */
    public static Source read(Path file) throws IOException, UnreadableFile {
        return read(file, () -> InputFile.read(file, InputFile.TEXT));
    }

    /**
     * What a file names: no pipe and no device.
     *
     * @throws IOException where it cannot be read at all
     */
    static Source readRegular(Path file) throws IOException, UnreadableFile {
        return read(file, () -> InputFile.readRegular(file, InputFile.TEXT));
    }

    /**
     * All of a stream.
     *
     * @param name what errors call it
     */
    public static Source read(String name, InputStream in) throws IOException, UnreadableFile {
        return read(Path.of(name), () -> InputFile.drain(in, InputFile.TEXT, name));
    }

    private interface Bytes {
        byte[] read() throws IOException;
    }

    private static Source read(Path file, Bytes bytes) throws IOException, UnreadableFile {
        try {
            return decoded(file.toString(), bytes.read());
        } catch (InputFile.TooLarge e) {
            throw new UnreadableFile(ProgramTexts.unreadable(file, e));
        }
    }

    private static Source decoded(String name, byte[] bytes) throws UnreadableFile {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(rest, text, true);
        if (result.isError()) throw new UnreadableFile(noText(name, bytes, rest.position(), text.position()));
        return new Source(name, text.flip().toString());
    }

    /**
     * @param at index of the first byte that begins no character
     * @param offset the same place in the text
     */
    private static Diagnostic noText(String name, byte[] bytes, int at, int offset) {
        String odd = "byte 0x%02x".formatted(bytes[at]);
        boolean utf16 = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe && at == 0;
        boolean binary = !utf16 && contains(bytes, (byte) 0);
        Span place = new Span(new Source(name, new String(bytes, StandardCharsets.UTF_8)), offset, offset + 1);
        Diagnostic error = utf16 || binary
                ? Diagnostic.error("MC0002", name + " is not text in UTF-8: " + odd + " is number " + at)
                : Diagnostic.error("MC0002", name + " is not text in UTF-8", new Label(place, odd));
        return error.why(utf16
                ? "it is in UTF-16, as some editors and shells of Windows write it, and mcnet reads UTF-8"
                : "mcnet reads text in UTF-8, and this byte begins no character of it")
                .fix(binary
                        ? "see what it is: file " + name
                        : at != offset
                                ? "write the character at that place again: everything before it is UTF-8"
                                : "convert it: iconv -f " + (utf16 ? "UTF-16" : "ISO-8859-1") + " -t UTF-8 " + name);
    }

    private static boolean contains(byte[] bytes, byte desired) {
        for (byte each : Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 16)))
            if (each == desired) return true;
        return false;
    }
}
