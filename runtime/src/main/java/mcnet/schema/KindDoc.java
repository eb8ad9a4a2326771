package mcnet.schema;

/**
 * What {@code mcnet explain} says of a kind.
 *
 * @param sentence what it is
 * @param example a declaration as users would write it; may be empty
 */
public record KindDoc(String sentence, String example) {}
