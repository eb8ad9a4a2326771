package mcnet.report.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import mcnet.diagnostic.ControlCharacters;

/**
 * Where text for a person goes. A string that is printed is escaped, line ends included; of several lines and of colours
 * {@link TerminalText} is made. What must not be touched, as a file's text, takes {@link #exact}.
 */
public final class TerminalStream extends PrintStream {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final OutputStream to;
    private boolean status;

    public TerminalStream(OutputStream to) {
        super(to, false, StandardCharsets.UTF_8);
        this.to = to;
    }

    @Override
    public void print(String any) {
        raw(ControlCharacters.escaped(String.valueOf(any)));
    }

    @Override
    public void println(String any) {
        raw(ControlCharacters.escaped(String.valueOf(any)) + "\n");
    }

    @Override
    public void print(Object any) {
        if (any instanceof TerminalText text) raw(text.toString());
        else
            print(String.valueOf(any));
    }

    @Override
    public void println(Object any) {
        print(any);
        raw("\n");
    }

    /** Several lines of ours. */
    public void lines(String own) {
        print(TerminalText.lines(own));
    }

    /**
     * A last line that is replaced by whatever is printed next, for a terminal only.
     *
     * @param any empty: no such line; cut where it is longer than {@code width}
     */
    public void status(String any, int width) {
        raw("");
        if (any.isEmpty()) return;
        String shown = ControlCharacters.escaped(any);
        while (TextWidth.of(shown) >= width) shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        super.print(shown);
        flush();
        status = true;
    }

    /** The stream behind it, to which text goes as it is. */
    public PrintStream exact() {
        return to instanceof PrintStream stream ? stream : new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private void raw(String safe) {
        if (status) super.print(CLEAR_LINE);
        status = false;
        super.print(safe);
        flush();
    }
}
