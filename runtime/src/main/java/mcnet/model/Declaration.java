package mcnet.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;
import mcnet.schema.Kind;

/**
 * Something the user declared: {@code network web { … }}.
 *
 * @param name its name; empty for kinds without one
 * @param inside where it stands
 * @param span kind and name, where messages point
 * @param settings by path, in the order of the text
 * @param on what {@code on MEMBER { … }} says beside it, by member, then by path
 * @param nested declarations inside it
 * @param statements sentences inside it, in the order of the text
 */
public record Declaration(Kind kind, String name, Enclosure inside, Span span, SequencedMap<String, Setting> settings,
        SequencedMap<String, SequencedMap<String, Setting>> on, List<Declaration> nested,
        List<Statement> statements) {

    /** Those of one kind. */
    public Stream<Declaration> nested(String ofKind) {
        return nested.isEmpty() ? Stream.empty() : nested.stream().filter(d -> d.kind().name().equals(ofKind));
    }

    /** Sentences of one sort, in the order of the text. */
    public <T extends Statement> Stream<T> statements(Class<T> sort) {
        return statements.isEmpty() ? Stream.empty() : statements.stream().filter(sort::isInstance).map(sort::cast);
    }

    public Optional<Setting> setting(String path) {
        return Optional.ofNullable(settings.get(path));
    }

    /** The setting that holds on a member: what {@code on} says, else the rule. */
    public Optional<Setting> setting(String path, String member) {
        Map<String, Setting> exception = on.get(member);
        Setting special = exception == null ? null : exception.get(path);
        return special == null ? setting(path) : Optional.of(special);
    }

    /** All its settings, those for single members too. */
    public Stream<Setting> said() {
        return Stream.concat(Stream.of(settings), on.values().stream()).flatMap(some -> some.values().stream());
    }

    public boolean has(String path) {
        return settings.containsKey(path);
    }

    /** This one and all inside of it, however deep. */
    public void each(Consumer<Declaration> action) {
        action.accept(this);
        for (Declaration inner : nested) inner.each(action);
    }

    /** The same with these declarations inside. */
    public Declaration with(List<Declaration> inner) {
        return new Declaration(kind, name, inside, span, settings, on, inner, statements);
    }

    /** The same with nothing declared inside. */
    public Declaration emptied() {
        return with(List.of());
    }

    /** {@code network web}, as messages call it. */
    public String title() {
        return name.isEmpty() ? kind.name() : kind.name() + " " + name;
    }
}
