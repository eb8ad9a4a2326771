package mcnet.language.value;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ExpansionTrace;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.language.load.BlueprintLibrary;

/** Which names stand for values in a stretch of text. An inner scope sees the outer one; a blueprint's sees none. */
public final class Scope {
    private final Scope outer;
    private final BlueprintLibrary library;
    private final ExpansionTrace way;
    /** Where the blueprint is used that is read here, of which it sees nothing; or null. */
    private final Scope user;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();

    private Scope(Scope outer, BlueprintLibrary library, ExpansionTrace way, Scope user) {
        this.outer = outer;
        this.library = library;
        this.way = way;
        this.user = user;
    }

    /** @param library where the blueprints are that may be used here */
    public static Scope of(BlueprintLibrary library) {
        return new Scope(null, library, null, null);
    }

    /** Inside a blueprint: nothing of the place where it is used is seen. */
    public static Scope inside(BlueprintLibrary library, ExpansionTrace way, Scope user) {
        return new Scope(null, library, way, user);
    }

    /** A name that stands for a value where the blueprint is used, and for none in it. */
    public boolean isHidden(String name) {
        return find(name).isEmpty() && user != null && (user.find(name).isPresent() || user.isHidden(name));
    }

    public Scope inner() {
        return new Scope(this, library, way, user);
    }

    /** @param way how the text comes to mean what it means here */
    public Scope inner(ExpansionTrace further) {
        return new Scope(this, library, further, user);
    }

    public BlueprintLibrary library() {
        return library;
    }

    /** A place of the text that is read here, with the way to it. */
    public Span at(Span span) {
        return span.by(way);
    }

    /** @param value in terms of {@code definedIn} */
    public Optional<Diagnostic> bind(Name name, Expression value, Scope definedIn) {
        Binding first = find(name.text()).orElse(null);
        if (first != null)
            return Optional.of(Diagnostic.error("MC0401", "duplicate name " + name.text(),
                    new Label(at(name.span()), "declared again here"), new Label(first.at(), "first named here"))
                    .why("a reader could not tell which of two values a name means")
                    .fix("choose another name"));
        bindings.put(name.text(), new Binding(name.text(), at(name.span()), value, definedIn));
        return Optional.empty();
    }

    /** A value that is known already. */
    public Optional<Diagnostic> bind(Name name, Expression value) {
        Optional<Diagnostic> twice = bind(name, value, this);
        if (twice.isEmpty())
            bindings.get(name.text()).known(value);
        return twice;
    }

    public Optional<Binding> find(String name) {
        Binding here = bindings.get(name);
        return here != null || outer == null ? Optional.ofNullable(here) : outer.find(name);
    }

    public Collection<Binding> own() {
        return bindings.values();
    }

    public Set<String> names() {
        Set<String> names = outer == null ? new LinkedHashSet<>() : outer.names();
        names.addAll(bindings.keySet());
        return names;
    }
}
