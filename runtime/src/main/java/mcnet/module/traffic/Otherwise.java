package mcnet.module.traffic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import mcnet.model.Statement;
import mcnet.plan.Field;
import mcnet.plan.Wanted;
import mcnet.plan.Wish;

/** {@code otherwise reject ingress log} as attributes of what carries ACLs: {@code otherwise.ingress} and {@code …log}. */
public final class Otherwise {
    private Otherwise() {}

    public static Wanted with(Wanted wanted) {
        SequencedMap<Field, Wish> wishes = new LinkedHashMap<>(wanted.wishes());
        wanted.declaration().statements(Statement.Otherwise.class).forEach(said -> {
            String path = "otherwise." + said.direction().name().toLowerCase(Locale.ROOT);
            put(wishes, path, said.verdict().name().toLowerCase(Locale.ROOT), said);
            if (said.logged()) put(wishes, path + ".log", "true", said);
        });
        return new Wanted(wanted.declaration(), wishes, wanted.needs(), wanted.reading());
    }

    private static void put(SequencedMap<Field, Wish> wishes, String path, String value, Statement.Otherwise said) {
        wishes.put(Field.of(path), new Wish(Field.of(path), value, said.span(), true));
    }
}
