package mcnet.module.declaration;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import java.util.ArrayList;
import java.util.List;
import mcnet.schema.Kind;

/** The kinds that one module declares, in the order in which it does. */
public final class Kinds {
    private final String module;
    private final List<Kind> all = new ArrayList<>();

    /** @param module the name of the module's class */
    public Kinds(String module) {
        this.module = module;
    }

    /** A kind whose objects the module makes, changes and removes. Each module has one at most, and declares it first. */
    public void resource(String name, String doc,
            @DelegatesTo(value = KindBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        add(new KindBuilder(name, doc, module), body);
    }

    /** A kind that says how things are, or what an object around it is like. */
    public void kind(String name, String doc,
            @DelegatesTo(value = KindBuilder.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        add(new KindBuilder(name, doc, ""), body);
    }

    private void add(KindBuilder builder, Closure<?> body) {
        KindBuilder.run(body, builder);
        all.add(builder.kind());
        all.addAll(builder.inner());
    }

    public List<Kind> all() {
        return List.copyOf(all);
    }
}
