package mcnet.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * An entry of a record: a resource record without its name (RFC 1035 3.2.1). The server keeps the value as the text that a
 * zone file has, and serves it so ({@code lxd/network/zone/record.go validateEntries}, {@code zone.go Content}).
 *
 * @param type in capitals, {@code MX}
 * @param ttl in seconds; 0: the server's default
 * @param value as a zone file has it, {@code 10 mail.example.org.}
 */
public record ZoneEntry(String type, long ttl, String value) {
    /** What the server serves where an entry has no TTL, in seconds. */
    public static final long DEFAULT_TTL = 300;
    /** The attribute for what no other attribute says. */
    public static final String ANY = "entries";

    private static final Pattern LINE = Pattern.compile("\\s*(?:(\\d{1,10})\\s+)?([A-Za-z][A-Za-z0-9]*)\\s+(\\S.*)");
    /** A text is sent in pieces of this many bytes (RFC 1035 3.3). */
    private static final int LONGEST = 255;

    public ZoneEntry {
        type = type.toUpperCase(Locale.ROOT);
        value = value.strip();
    }

    /**
     * What an attribute says: the address of {@code a}, the text of {@code txt} as it is, of others what a zone file has.
     *
     * @param attribute other than {@link #ANY}
     */
    public static ZoneEntry of(String attribute, String text, long ttl) {
        return new ZoneEntry(attribute, ttl, attribute.equals("txt") ? quoted(text) : text);
    }

    /**
     * Reads a line of a zone file behind its name: an optional TTL, the type, the value (RFC 1035 5.1).
     *
     * @param usual the TTL where the line has none
     */
    public static Optional<ZoneEntry> read(String line, long usual) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) return Optional.empty();
        return Optional
                .of(new ZoneEntry(parts.group(2), parts.group(1) == null ? usual : Long.parseLong(parts.group(1)),
                        parts.group(3)));
    }

    /** Why no name server could read it; empty where one can. */
    public Optional<String> fault() {
        try {
            parse();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(e.getMessage().replaceFirst("^<none>:\\d+: ", ""));
        }
    }

    /** Whether name servers cache it as long as one with this TTL, in seconds. */
    public boolean isCachedAs(long other) {
        return effective(ttl) == effective(other);
    }

    /** As a zone file has it behind the name, the value in one spelling; the TTL in front if it is not the usual one. */
    public String line(long usual) {
        return (isCachedAs(usual) ? "" : effective(ttl) + " ") + type + " " + normal();
    }

    /** What the attribute of its type says for it; empty where only {@link #ANY} can say it. */
    public Optional<String> text() {
        return switch (type) {
            case "A", "AAAA", "CNAME", "MX", "SRV", "NS", "PTR" -> Optional.of(normal());
            case "TXT" -> wholeText();
            default -> Optional.empty();
        };
    }

    /** Its value in one spelling. */
    private String normal() {
        try {
            return switch (parse()) {
                case AAAARecord address -> Ip.read(address.rdataToString()).toCanonicalString();
                case TXTRecord text -> text.rdataToString();
                case Record read -> read.rdataToString().toLowerCase(Locale.ROOT);
            };
        } catch (IOException | IllegalArgumentException _) {
            return value;
        }
    }

    /** The text of one that is in one piece, or in pieces that are as long as they can be but for the last. */
    private Optional<String> wholeText() {
        try {
            List<byte[]> pieces = ((TXTRecord) parse()).getStringsAsByteArrays();
            if (pieces.stream().limit(pieces.size() - 1L).anyMatch(p -> p.length < LONGEST)) return Optional.empty();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pieces.forEach(bytes::writeBytes);
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A text as a zone file has it: in quotes, byte by byte where it is not plain ASCII (RFC 1035 5.1). */
    private static String quoted(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder pieces = new StringBuilder("\"");
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0 && i % LONGEST == 0) pieces.append("\" \"");
            int b = bytes[i] & 0xff;
            if (b == '"' || b == '\\') pieces.append('\\').append((char) b);
            else if (b < ' ' || b > '~') pieces.append('\\').append("%03d".formatted(b));
            else
                pieces.append((char) b);
        }
        return pieces.append('"').toString();
    }

    private Record parse() throws IOException {
        int number = Type.value(type);
        if (number < 0) throw new IllegalArgumentException("unknown type " + type);
        return Record.fromString(Name.root, number, DClass.IN, ttl, value, Name.root);
    }

    private static long effective(long ttl) {
        return ttl == 0 ? DEFAULT_TTL : ttl;
    }
}
