package mcnet.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.plan.Field;
import mcnet.plan.ObservedResource;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;
import mcnet.schema.Type;

/** The entries of a record, as the attributes that say them: {@code a = [198.51.100.140]}. */
final class RecordLines {
    private RecordLines() {}

    static List<String> of(ObservedResource record, Kind kind) {
        List<String> lines = new ArrayList<>();
        for (Attribute attribute : kind.attributes()) {
            List<String> entries = record.fields(attribute.path()).stream().filter(Field::isElement)
                    .map(Field::element).toList();
            if (!entries.isEmpty()) lines.add(attribute.name() + " = " + written(attribute.type(), entries));
        }
        String ttl = record.value("ttl");
        if (!ttl.isEmpty()) lines.add("ttl = " + ttl + "s");
        return lines;
    }

    private static String written(Type type, List<String> entries) {
        Type element = type instanceof Type.ListOf(Type each) ? each : type;
        String all = entries.stream().map(e -> ValueLiterals.of(element, e).orElseThrow())
                .collect(Collectors.joining(", "));
        return type instanceof Type.ListOf ? "[" + all + "]" : all;
    }
}
