package mcnet.report.terminal;

import mcnet.diagnostic.Severity;
import mcnet.plan.Action;

/** Colour, or none: a pipe, {@code NO_COLOR} and a dumb terminal get none. */
public enum Style {
    PLAIN, COLOUR;

    public TerminalText severity(Severity severity, String text) {
        return wrap(severity == Severity.ERROR ? "1;31" : "1;33", text);
    }

    public TerminalText bold(String text) {
        return wrap("1", text);
    }

    public TerminalText faint(String text) {
        return wrap("2", text);
    }

    public TerminalText note(String text) {
        return wrap("1;34", text);
    }

    public TerminalText warn(String text) {
        return wrap("33", text);
    }

    public TerminalText good(String text) {
        return wrap("32", text);
    }

    public TerminalText bad(String text) {
        return wrap("31", text);
    }

    public TerminalText action(Action action, String text) {
        return switch (action) {
            case CREATE -> good(text);
            case CHANGE, ADOPT -> warn(text);
            case REMOVE, FORGET -> bad(text);
            case RELEASE -> note(text);
        };
    }

    private TerminalText wrap(String code, String text) {
        return this == PLAIN || text.isEmpty()
                ? TerminalText.of(text)
                : TerminalText.between("\u001b[" + code + "m", text, "\u001b[0m");
    }
}
