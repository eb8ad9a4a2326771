package mcnet.grammar.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.QuotedStrings;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with the tokens that no place can take. */
public final class UnexpectedTokens {
    /** More slips than these help nobody, and a file of millions would fill the memory with them. */
    public static final int MOST = 1000;

    private static final Pattern WITH_PORT = Pattern.compile("(\\d+(?:\\.\\d+){3}):(\\d+)");
    private static final Pattern DASHED_MAC = Pattern.compile("\\p{XDigit}{2}(-\\p{XDigit}{2}){5}");
    private static final Pattern MINUS = Pattern.compile("(\\w+)-(\\w+)");
    private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\..*");
    /** A quote, or the end, before the expression in a text ends. */
    private static final Pattern QUOTE_IN_EXPRESSION = Pattern.compile("\\$\\{[^}\"]*(\"|$)");
    private static final Pattern WORD = Pattern.compile("\\d\\w*");

    private final Source source;

    private UnexpectedTokens(Source source) {
        this.source = source;
    }

    public static void report(Source source, List<? extends Token> tokens, List<Diagnostic> found) {
        UnexpectedTokens slips = new UnexpectedTokens(source);
        Token before = null;
        for (Token token : tokens) {
            if (found.size() >= MOST)
                return;
            if (token.getType() == McnetLexer.SLASHES)
                found.add(slips.slashes(token));
            if (token.getType() == McnetLexer.STRING)
                slips.escape(token).ifPresent(found::add);
            if (token.getType() != McnetLexer.SLIP)
                continue;
            if (before == null || !continues(before, token))
                found.add(slips.slip(token));
            before = token;
        }
    }

    /** What follows a slip without a gap, or an unclosed quote on its line, is no mistake of its own. */
    private static boolean continues(Token before, Token token) {
        return before.getStopIndex() + 1 == token.getStartIndex()
                || before.getText().startsWith("\"") && token.getText().startsWith("\"")
                        && before.getLine() == token.getLine();
    }

    private Optional<Diagnostic> escape(Token token) {
        return QuotedStrings.wrongEscape(token.getText()).map(escape -> {
            int start = token.getStartIndex() + escape.start();
            Label label = new Label(new Span(source, start, start + escape.group().length()), "");
            boolean half = escape.group(1) != null;
            return Diagnostic
                    .error("MC0160", (half ? "incomplete character `" : "unknown escape `") + escape.group()
                            + "` in a text", label)
                    .why(half
                            ? "a character beyond U+FFFF is two \\uXXXX beside each other"
                            : "the known escapes are \\n, \\t, \\r, \\\", \\\\, \\$ and \\uXXXX")
                    .fix(half ? "write the character itself, or both halves" : "write \\\\ for a backslash");
        });
    }

    private Diagnostic slashes(Token token) {
        return Diagnostic.error("MC0105", "`//` does not begin a comment", label(token, "")).fix("write # instead");
    }

    private Diagnostic slip(Token token) {
        String text = token.getText();
        char first = text.charAt(0);
        if (first == '"') return open(token, QUOTE_IN_EXPRESSION.matcher(text).find());
        if (first == '\'')
            return Diagnostic.error("MC0107", "a text must be in double quotes", label(token, ""))
                    .fix("write \"" + text.replace("'", "") + "\"");
        if (text.chars().anyMatch(c -> c >= 128))
            return alien(token);
        if ("@%$&".indexOf(first) >= 0 && text.length() > 1)
            return sigil(token);
        return number(token);
    }

    /** @param inside whether the next quote stands between {@code ${} and {@code }} */
    private Diagnostic open(Token token, boolean inside) {
        return Diagnostic
                .error("MC0106", inside ? "this text ends inside ${" : "this text is not closed",
                        label(token, inside ? "no } before the next \"" : "no \" up to the end of the line"))
                .why(inside
                        ? "between ${ and } only an expression without texts and maps is allowed"
                        : "a text must end on the line where it begins; a longer one is written between \"\"\""
                                + " and \"\"\"")
                .fix(inside
                        ? "give the text inside a name (let part = \"...\"), and write ${part}"
                        : "add the closing \"");
    }

    private Diagnostic alien(Token token) {
        String text = source.text().substring(token.getStartIndex(), token.getStopIndex() + 1);
        if (text.codePoints().anyMatch(Character::isLetter))
            return Diagnostic.error("MC0108", "a name can contain only the letters a to z, digits, `_` and `-`",
                    label(token, "contains " + strangers(text)))
                    .why("it becomes part of names on the server and of host names, which allow no other characters")
                    .fix("use only these characters; a description in quotes may contain any character");
        return Diagnostic.error("MC0109", "invalid character `" + text + "`", label(token, ""))
                .fix(text.startsWith("\u2192")
                        ? "write -> for an arrow"
                        : "remove it, or put the text around it in quotes");
    }

    private static String strangers(String text) {
        List<String> strange = new ArrayList<>();
        text.codePoints().filter(c -> c >= 128).distinct().forEach(c -> strange.add("`" + Character.toString(c) + "`"));
        return String.join(", ", strange);
    }

    private Diagnostic sigil(Token token) {
        String word = token.getText().replaceAll("[^\\w-]", "");
        if (token.getText().startsWith("@") || token.getText().startsWith("%"))
            return Diagnostic.error("MC0110", "`" + token.getText() + "` is LXD's own notation, not mcnet's",
                    label(token, "")).why(
                            "mcnet writes the words of rules without a special"
                                    + " character")
                    .fix("write " + word);
        return Diagnostic.error("MC0111", "a name must be written without"
                + " `" + token.getText().charAt(0) + "`", label(token, ""))
                .why("a name is written as it was declared; only inside a text it is written ${" + word + "}")
                .fix("write " + word);
    }

    private Diagnostic number(Token token) {
        String text = token.getText();
        var port = WITH_PORT.matcher(text);
        if (port.matches())
            return Diagnostic.error("MC0112", "an address and its port must be two words", label(token, ""))
                    .why("`:` is part of IPv6 addresses, so a port is written after the word port")
                    .fix("write " + port.group(1) + " port " + port.group(2));
        if (DASHED_MAC.matcher(text).matches())
            return Diagnostic.error("MC0113", "a MAC address is written with colons", label(token, ""))
                    .fix("write " + text.replace('-', ':').toLowerCase(Locale.ROOT));
        if (text.contains("//"))
            return Diagnostic.error("MC0104", "two slashes before the length of a network", label(token, ""))
                    .why("a length has one slash, and `//` begins no comment")
                    .fix("write " + text.replace("//", "/"));
        var minus = MINUS.matcher(text);
        if (minus.matches())
            return Diagnostic.error("MC0114", "`" + text + "` is neither a number nor a name", label(token, ""))
                    .why("a name may contain dashes but must begin with a letter; a minus sign needs a space on"
                            + " both sides")
                    .fix("write " + minus.group(1) + " - " + minus.group(2) + " for a difference, \"" + text
                            + "\" for a name");
        if (ADDRESS.matcher(text).matches() || text.contains(":"))
            return Diagnostic.error("MC0115", "`" + text + "` is not an address", label(token, ""))
                    .fix("write it as 10.42.1.1, 10.42.1.1/24, 10.42.1.50-10.42.1.99 or fd42::1");
        if (WORD.matcher(text).matches())
            return Diagnostic.error("MC0116", "`" + text + "` is neither a number nor a name", label(token, ""))
                    .why("a name begins with a letter")
                    .fix("put the name in quotes: \"" + text + "\"");
        return Diagnostic.error("MC0117", "`" + text.charAt(0) + "` is not allowed here", label(token, ""))
                .fix(text.length() > 1 ? "write " + text.substring(1) : "remove it");
    }

    private Label label(Token token, String what) {
        return new Label(new Span(source, token.getStartIndex(), token.getStopIndex() + 1), what);
    }
}
