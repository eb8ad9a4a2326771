package mcnet.tests.simulator;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A grammar of texts that a terminal, a shell, a parser or a reader's eye would obey: {@code mean := piece | piece text |
 * text piece | mean mean}. Whatever stands behind a line break in them begins with {@link #FORGED}.
 */
public record MeanTexts(RandomGenerator random) {
    /** No line of an output may begin with it. */
    public static final String FORGED = "FORGED";

    private static final int LONGEST = 20_000;
    private static final List<String> PIECES = List.of(
            // ECMA-48: clear, move up and erase, colour, title, hyperlink, device attributes; in C1 too.
            "\u001b[2J", "\u001b[1A\u001b[2K", "\u001b[31mred\u001b[0m", "\u001b]0;title\u0007",
            "\u001b]8;;http://x/\u001b\\link\u001b]8;;\u001b\\", "\u001b[c", "\u001bP+q\u001b\\", "\u001b",
            "\u009b2J", "\u009d0;title\u009c", "\u0090", "\u0085" + FORGED,
            // What begins a new line, or writes over this one.
            "\n" + FORGED, "\n" + FORGED + "\n", "\r" + FORGED, "\r\n" + FORGED, "\u2028" + FORGED, "\u2029" + FORGED,
            "\u000b" + FORGED, "\f" + FORGED, "\b\b\b\b\b", "\u0007", "\0", "\u0004", "\u001a", "\u007f", "\t",
            "\u001d", "\u001e", "\u001e0\u001e",
            // Bidirectional controls, what nobody sees, and what lies over its neighbours (Unicode UAX 9, UTS 55).
            "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e",
            "\u200f", "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e", "\ufff9",
            "\udb40\udc41", "\ud83d", "\ude00", "o" + "\u0301".repeat(50), "\u05e9\u05dc\u05d5\u05dd", "\ud83d\ude00",
            // Shells and our own language.
            "'; touch FORGED; '", "$(touch FORGED)", "`touch FORGED`", "\"", "'", "\\", "${x}", "{", "}", "#", "\"\"\"",
            " ", ",", "/../", "?project=x", "%0a", "%s%n", "-rf", "--yes", "..", ".", "", "null", "true", "0", "-1",
            "99999999999999999999", "none", "auto", "0.0.0.0/0", "::", "10.42.1.1/33", "1-0", "a=b", "existing",
            "mcnet-lease-999999999999999");

    /** @param text what would be honest */
    public String mean(String text) {
        return switch (random.nextInt(8)) {
            case 0 -> piece();
            case 1, 2 -> text + piece();
            case 3 -> piece() + text;
            case 4 -> text.substring(0, random.nextInt(text.length() + 1)) + piece();
            case 5 -> mean(text) + piece();
            case 6 -> text + piece() + text;
            default -> random.nextInt(20) > 0 ? piece() + piece() : text + "A".repeat(random.nextInt(LONGEST));
        };
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
