package mcnet.plan;

/** What is done to an object. */
public enum Action {
    CREATE('+'), CHANGE('~'), REMOVE('-'), FORGET('-');

    private final char glyph;

    Action(char glyph) {
        this.glyph = glyph;
    }

    /** The sign in front of it in a plan. */
    public char glyph() {
        return glyph;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
