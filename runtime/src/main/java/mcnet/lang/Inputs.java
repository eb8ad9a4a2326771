package mcnet.lang;

import java.util.Map;

/**
 * What a program is compiled with beside its files.
 *
 * @param settings values of its parameters by their names
 */
public record Inputs(Reader reader, Map<String, Given> settings) {
    public static final Inputs NONE = new Inputs(Reader.NONE, Map.of());
}
