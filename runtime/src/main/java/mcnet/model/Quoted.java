package mcnet.model;

/** A text as it stands in a file, between quotes. */
public final class Quoted {
    private Quoted() {}

    public static String of(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
                .replace("${", "\\${") + '"';
    }
}
