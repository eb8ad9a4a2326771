package mcnet.check;

import java.util.List;
import mcnet.model.Declaration;
import mcnet.model.Setting;
import mcnet.model.Value;

/** Settings by their paths, where nothing said is nothing found. */
final class Lists {
    private Lists() {}

    static <T extends Value> List<T> of(Declaration declaration, String path, Class<T> type) {
        Value value = declaration.setting(path).map(Setting::value).orElse(null);
        if (value == null) return List.of();
        List<Value> all = value instanceof Value.Many many ? many.values() : List.of(value);
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The canonical spellings of a list's elements. */
    static List<String> texts(Declaration declaration, String path) {
        return of(declaration, path, Value.class).stream().map(Value::text).toList();
    }

    static String word(Declaration declaration, String path) {
        return declaration.setting(path).map(s -> s.value().text()).orElse("");
    }
}
