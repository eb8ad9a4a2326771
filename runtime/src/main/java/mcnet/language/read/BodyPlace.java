package mcnet.language.read;

import java.util.SequencedMap;
import mcnet.model.Setting;

/**
 * Where in a declaration's body something stands.
 *
 * @param prefix the block's path with a dot behind it, or empty
 * @param into where settings go
 * @param member inside {@code on MEMBER}
 */
record BodyPlace(String prefix, SequencedMap<String, Setting> into, boolean member) {

    /** Directly in the declaration. */
    boolean isTop() {
        return prefix.isEmpty() && !member;
    }

    BodyPlace block(String path) {
        return new BodyPlace(path + ".", into, member);
    }
}
