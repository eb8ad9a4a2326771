package mcnet.module.loading;

import java.util.List;
import java.util.stream.Stream;
import mcnet.module.Module;
import mcnet.schema.Index;
import mcnet.schema.Kind;

/** Finds the modules that manage the kinds of an index. */
public final class Modules {
    private Modules() {}

    /** One module for each kind that names one, in the index's order. */
    public static List<Module> of(Index index) {
        return of(index, Modules.class.getClassLoader());
    }

    /** @param classes where modules of the user come from as well */
    public static List<Module> of(Index index, ClassLoader classes) {
        Stream<String> names = index.kinds().values().stream().map(Kind::module).filter(n -> !n.isEmpty()).distinct();
        return names.map(name -> load(name, classes)).toList();
    }

    private static Module load(String className, ClassLoader classes) {
        try {
            return (Module) Class.forName(className, true, classes).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the module " + className + " cannot be loaded: " + e, e);
        }
    }
}
