package mcnet.file;

import java.util.regex.Pattern;

/**
 * What a file of one kind looks like, so that no file of another kind is overwritten.
 *
 * @param noun with its article: {@code a saved plan}
 * @param beginning what such a file begins with
 */
public record Content(String noun, Pattern beginning) {

    /** @param beginning a regular expression; blanks at the start of the file do not count */
    public static Content of(String noun, String beginning) {
        return new Content(noun, Pattern.compile(beginning));
    }

    /** Whether a text is of this kind; an empty one is of any. */
    boolean fits(String text) {
        return text.isBlank() || beginning.matcher(text.stripLeading()).lookingAt();
    }
}
