package mcnet.lxd.traffic;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import mcnet.model.Statement;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Field;

/** {@code otherwise reject ingress log} as attributes of what carries ACLs: {@code otherwise.ingress} and {@code …log}. */
public final class DefaultRules {
    private DefaultRules() {}

    public static DesiredResource with(DesiredResource desired) {
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(desired.values());
        desired.declaration().statements(Statement.Otherwise.class).forEach(said -> {
            String path = "otherwise." + said.direction().name().toLowerCase(Locale.ROOT);
            put(values, path, said.verdict().name().toLowerCase(Locale.ROOT), said);
            if (said.logged()) put(values, path + ".log", "true", said);
        });
        return new DesiredResource(desired.declaration(), values, desired.needs(), desired.reading());
    }

    private static void put(SequencedMap<Field, DesiredValue> values, String path, String value,
            Statement.Otherwise said) {
        values.put(Field.of(path), new DesiredValue(Field.of(path), value, said.span(), true));
    }
}
