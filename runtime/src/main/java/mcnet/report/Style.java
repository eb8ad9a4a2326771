package mcnet.report;

import mcnet.diagnostic.Severity;

/** Colour, or none. */
enum Style {
    PLAIN, COLOUR;

    String severity(Severity severity, String text) {
        return wrap(severity == Severity.ERROR ? "1;31" : "1;33", text);
    }

    String bold(String text) {
        return wrap("1", text);
    }

    String faint(String text) {
        return wrap("2", text);
    }

    String note(String text) {
        return wrap("1;34", text);
    }

    private String wrap(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
