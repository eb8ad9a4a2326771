package mcnet.report.terminal;

import mcnet.diagnostic.ControlCharacters;

/**
 * Text for a terminal. Every string that is added is shown and never obeyed ({@link ControlCharacters}), whoever wrote it:
 * lines and colours come from this class and from {@link Style} alone. So no text of a server, a file or a user can end a
 * line, colour it or write over it.
 */
public final class TerminalText {
    private final StringBuilder shown = new StringBuilder();

    /** A string of any origin. */
    public static TerminalText of(String any) {
        return new TerminalText().append(any);
    }

    /** Several lines of ours; line ends in it are meant. */
    public static TerminalText lines(String own) {
        return new TerminalText().raw(ControlCharacters.escapedLines(own));
    }

    /** A string between two of a terminal's own sequences. */
    static TerminalText between(String before, String any, String after) {
        return new TerminalText().raw(before).append(any).raw(after);
    }

    public TerminalText append(String any) {
        return raw(ControlCharacters.escaped(any));
    }

    /** A character of ours; {@code '\n'} ends the line. */
    public TerminalText append(char own) {
        shown.append(own);
        return this;
    }

    public TerminalText append(long number) {
        shown.append(number);
        return this;
    }

    public TerminalText append(TerminalText other) {
        return raw(other.shown.toString());
    }

    /** A string and the end of its line. */
    public TerminalText line(String any) {
        return append(any).append('\n');
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    private TerminalText raw(String safe) {
        shown.append(safe);
        return this;
    }

    /** As it goes to a terminal. */
    @Override
    public String toString() {
        return shown.toString();
    }
}
