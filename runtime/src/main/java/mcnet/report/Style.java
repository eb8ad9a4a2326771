package mcnet.report;

import mcnet.diagnostic.Severity;
import mcnet.plan.Action;

/** Colour, or none: a pipe, {@code NO_COLOR} and a dumb terminal get none. */
public enum Style {
    PLAIN, COLOUR;

    String severity(Severity severity, String text) {
        return wrap(severity == Severity.ERROR ? "1;31" : "1;33", text);
    }

    public String bold(String text) {
        return wrap("1", text);
    }

    String faint(String text) {
        return wrap("2", text);
    }

    String note(String text) {
        return wrap("1;34", text);
    }

    String warn(String text) {
        return wrap("33", text);
    }

    String good(String text) {
        return wrap("32", text);
    }

    String bad(String text) {
        return wrap("31", text);
    }

    String action(Action action, String text) {
        return switch (action) {
            case CREATE -> good(text);
            case CHANGE, ADOPT -> warn(text);
            case REMOVE, FORGET -> bad(text);
            case RELEASE -> note(text);
        };
    }

    private String wrap(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
