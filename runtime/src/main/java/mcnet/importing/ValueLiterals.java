package mcnet.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.language.print.ItemText;
import mcnet.schema.Type;

/** The server's values as one writes them in a file, by their attribute's type. */
final class ValueLiterals {
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "off");

    private ValueLiterals() {}

    /** @return nothing where the type has no such value */
    static Optional<String> of(Type type, String value) {
        return switch (type) {
            case Type.Truth _ -> truth(value);
            case Type.Whole _ -> Optional.of(value).filter(v -> v.matches("-?\\d{1,18}"));
            case Type.Duration _ -> Optional.of(value).filter(v -> v.matches("\\d{1,9}")).map(v -> v + "s");
            case Type.Words(List<String> words) -> Optional.of(value).filter(words::contains);
            case Type.Text _,Type.Path _ -> Optional.of(ItemText.quoted(value));
            case Type.Reference _ -> Optional.of(name(value));
            case Type.Label _,Type.Nic _ -> Optional.of(ItemText.name(value));
            case Type.Domain _ -> Optional.of(isDomain(value) ? value : ItemText.quoted(value));
            case Type.Mac _ -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(v -> v.matches("[0-9a-f:]{17}"));
            case Type.Address _,Type.Interface _,Type.Subnet _,Type.Range _ ->
                Optional.of(value).filter(v -> v.matches("[0-9a-fA-F.:/-]+"));
            case Type.Secret _ -> Optional.empty();
            case Type.ListOf(Type element) -> list(element, value);
            case Type.Either(List<Type> types) ->
                types.stream().flatMap(t -> of(t, value).stream()).findFirst();
        };
    }

    /** Addresses, networks and domains are written as such. */
    static String name(String name) {
        boolean plain = name.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*(/\\d+)?")
                || name.contains(".") && isDomain(name);
        return plain ? name : ItemText.name(name);
    }

    private static Optional<String> truth(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        if (TRUE.contains(small)) return Optional.of("true");
        return FALSE.contains(small) ? Optional.of("false") : Optional.empty();
    }

    private static boolean isDomain(String value) {
        return Arrays.stream(value.split("\\.", -1)).allMatch(ItemText::isWord);
    }

    private static Optional<String> list(Type element, String value) {
        List<Optional<String>> all = Arrays.stream(value.split(",")).map(String::strip).filter(v -> !v.isEmpty())
                .map(v -> of(element, v)).toList();
        if (all.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(all.stream().map(Optional::get).collect(Collectors.joining(", ", "[", "]")));
    }
}
