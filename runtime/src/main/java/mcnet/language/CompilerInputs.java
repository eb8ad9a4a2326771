package mcnet.language;

import java.util.Map;
import mcnet.language.load.ImportReader;

/**
 * What a program is compiled with beside its files.
 *
 * @param settings values of its parameters by their names
 */
public record CompilerInputs(ImportReader reader, Map<String, ParameterValue> settings) {
    public static final CompilerInputs NONE = new CompilerInputs(ImportReader.NONE, Map.of());
}
