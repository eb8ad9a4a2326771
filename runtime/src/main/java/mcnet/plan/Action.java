package mcnet.plan;

/** What is done to an object. */
public enum Action {
    CREATE('+'), CHANGE('~'), REMOVE('-'),
    /** A setting that each cluster has is looked after no longer. */
    FORGET('-'),
    /** What somebody else made is looked after from now on; modules are asked for a {@link #CHANGE}. */
    ADOPT('^'),
    /** It loses its mark and stays as it is. */
    RELEASE('o');

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
