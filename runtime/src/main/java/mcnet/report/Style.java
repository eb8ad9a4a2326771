package mcnet.report;

import mcnet.plan.Action;

/** Colours, or none: a pipe, {@code NO_COLOR} and a dumb terminal get none. */
public record Style(boolean colour) {
    public static final Style PLAIN = new Style(false);

    public String bold(String text) {
        return code("1", text);
    }

    public String dim(String text) {
        return code("2", text);
    }

    public String warn(String text) {
        return code("33", text);
    }

    public String good(String text) {
        return code("32", text);
    }

    public String bad(String text) {
        return code("31", text);
    }

    public String action(Action action, String text) {
        return switch (action) {
            case CREATE -> code("32", text);
            case CHANGE -> code("33", text);
            case REMOVE, FORGET -> code("31", text);
        };
    }

    private String code(String code, String text) {
        return colour && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
