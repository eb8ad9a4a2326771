package mcnet.check.view;

import java.util.List;
import mcnet.model.Declaration;
import mcnet.model.Setting;
import mcnet.model.Value;

/** Settings by their paths, where nothing said is nothing found. */
public final class ListSettings {
    private ListSettings() {}

    public static <T extends Value> List<T> of(Declaration declaration, String path, Class<T> type) {
        Setting said = declaration.settings().get(path);
        if (said == null) return List.of();
        List<Value> all = said.value() instanceof Value.Many many ? many.values() : List.of(said.value());
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The canonical spellings of a list's elements. */
    public static List<String> texts(Declaration declaration, String path) {
        List<Value> all = of(declaration, path, Value.class);
        return all.isEmpty() ? List.of() : all.stream().map(Value::text).toList();
    }

    public static String word(Declaration declaration, String path) {
        Setting said = declaration.settings().get(path);
        return said == null ? "" : said.value().text();
    }
}
