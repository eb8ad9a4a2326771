package mcnet.schema;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/** Every kind that is known, by name, in the order in which the plan lists them. */
public record Index(SequencedMap<String, Kind> kinds) {

    public static Index of(List<Kind> kinds) {
        SequencedMap<String, Kind> byName = new LinkedHashMap<>();
        for (Kind kind : kinds) byName.put(kind.name(), kind);
        return new Index(byName);
    }

    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The kinds that a rule of an ACL may name, in the order of their ranks. */
    public List<String> ruleSubjects() {
        return subjects(kind -> true);
    }

    /** The kinds that a flow or an expectation may begin or end at, in the same order. */
    public List<String> flowEnds() {
        return subjects(kind -> kind.roles().flowEnd());
    }

    /** The kinds that the rules of the server name. */
    public List<Kind> inRules() {
        return kinds.values().stream().filter(k -> k.roles().rulePrefix().isPresent()).toList();
    }

    private List<String> subjects(Predicate<Kind> filter) {
        return kinds.values().stream().filter(k -> k.roles().ruleSubject() > 0).filter(filter)
                .sorted(Comparator.comparingInt(k -> k.roles().ruleSubject())).map(Kind::name).toList();
    }

    /** The parts that objects of a kind have on the server. */
    public List<Kind> partsOf(String parent) {
        return kinds.values().stream().filter(k -> k.server().parent().equals(parent)).toList();
    }

    /** The kinds whose objects an import writes, in its order. */
    public List<Kind> imported() {
        return kinds.values().stream().filter(k -> k.roles().importOrder() > 0)
                .sorted(Comparator.comparingInt(k -> k.roles().importOrder())).toList();
    }

    /** The kind that a module's class manages. */
    public Optional<Kind> managedBy(String className) {
        return kinds.values().stream().filter(k -> k.module().equals(className)).findFirst();
    }
}
