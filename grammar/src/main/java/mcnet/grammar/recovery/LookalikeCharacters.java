package mcnet.grammar.recovery;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;

/**
 * Characters that came along from a chat or a wiki and only look like those of the language. Each is reported and read
 * as what it was meant to be, so that nothing else goes wrong because of it. Texts and comments keep them.
 */
public final class LookalikeCharacters {
    private static final String QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u2033";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212";
    private static final String BLANKS = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\u200b\u200c\u200d\u2060\ufeff";

    private final Source source;
    private final StringBuilder text;
    private final List<Diagnostic> found;
    private int firstBlank = -1;
    private int blanks;
    /** Where the part begins in the source. */
    private final int start;
    private int at;

    private LookalikeCharacters(Source source, int start, String part, List<Diagnostic> found) {
        this.source = source;
        this.start = start;
        this.text = new StringBuilder(part);
        this.found = found;
    }

    /** A part of the source's text, as long as it was, in characters the lexer knows. */
    public static String replace(Source source, int start, int end, List<Diagnostic> found) {
        String part = source.text().substring(start, end);
        return part.chars().allMatch(c -> c < 128)
                ? part
                : new LookalikeCharacters(source, start, part, found).replace();
    }

    private String replace() {
        if (start == 0 && !text.isEmpty() && text.charAt(0) == '\ufeff')
            text.setCharAt(at++, ' ');
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || stands("//"))
                skipTo("\n");
            else if (c == '"')
                skipText();
            else if (c < 128)
                at++;
            else
                replace(c);
        }
        if (blanks > 0)
            found.add(Diagnostic.warning("MC0101",
                    blanks == 1 ? "an invisible character" : blanks + " invisible characters, the first here",
                    label(firstBlank, firstBlank + 1, "U+%04X, read as a blank".formatted(
                            (int) source.text().charAt(start + firstBlank))))
                    .why("no-break and zero-width blanks come along with text copied from web pages and chats")
                    .fix("replace them with plain spaces"));
        return text.toString();
    }

    private void replace(char c) {
        if (QUOTES.indexOf(c) >= 0)
            replaceQuotes();
        else if (DASHES.indexOf(c) >= 0) {
            found.add(Diagnostic.error("MC0102", "invalid character: this dash is not `-`",
                    label(at, at + 1, "U+%04X".formatted((int) c)))
                    .why("chat programs and word processors replace `-` with a longer dash")
                    .fix("write a plain `-`"));
            text.setCharAt(at++, '-');
        } else if (BLANKS.indexOf(c) >= 0) {
            firstBlank = blanks++ == 0 ? at : firstBlank;
            text.setCharAt(at++, ' ');
        } else
            text.setCharAt(at++, Character.isSurrogate(c) ? '\ufffd' : c);
    }

    private void replaceQuotes() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n'
                && QUOTES.indexOf(text.charAt(end)) < 0)
            end++;
        boolean closed = end < text.length() && text.charAt(end) != '\n';
        String inside = text.substring(at + 1, end);
        found.add(Diagnostic.error("MC0103", "a text must be in straight quotes",
                label(at, closed ? end + 1 : at + 1, "written with `" + text.charAt(at) + "`"))
                .why("chat programs and word processors replace straight quotes with curly ones")
                .fix("write \"" + inside.strip() + "\""));
        text.setCharAt(at, closed ? '"' : ' ');
        if (closed)
            text.setCharAt(end, '"');
        at = closed ? end + 1 : at + 1;
    }

    private void skipText() {
        if (stands("\"\"\"")) {
            at += 3;
            skipTo("\"\"\"");
            return;
        }
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n')
            at += text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n' ? 2 : 1;
        at++;
    }

    private boolean stands(String sign) {
        return at + sign.length() <= text.length() && text.substring(at, at + sign.length()).equals(sign);
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private Label label(int from, int to, String what) {
        return new Label(new Span(source, start + from, start + to), what);
    }
}
