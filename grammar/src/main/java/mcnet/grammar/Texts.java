package mcnet.grammar;

/** Quoted texts. */
public final class Texts {
    private Texts() {}

    /** What a text between any kind of quotes says: {@code \n}, {@code \t}, {@code \"} and {@code \\} undone. */
    public static String unquote(String quoted) {
        if (quoted.startsWith("\"\"\"") && quoted.length() >= 6)
            return quoted.substring(3, quoted.length() - 3).stripIndent().strip();
        String inside = quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
        if (inside.indexOf('\\') < 0)
            return inside;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\' || i + 1 == inside.length()) {
                text.append(c);
                continue;
            }
            char escaped = inside.charAt(++i);
            text.append(switch (escaped) {
                case 'n' -> "\n";
                case 't' -> "\t";
                default -> String.valueOf(escaped);
            });
        }
        return text.toString();
    }
}
