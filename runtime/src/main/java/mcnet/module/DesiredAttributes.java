package mcnet.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import mcnet.diagnostic.Span;
import mcnet.model.ClusterConnection;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Member;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Field;
import mcnet.plan.ResourceId;
import mcnet.schema.Attribute;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;
import mcnet.schema.Namespace;
import mcnet.schema.PartKind;

/** Turns a declaration into fields by its kind's schema: what most modules need. */
public final class DesiredAttributes {
    private final Declaration declaration;
    private final SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>();
    private final List<ResourceId> needs = new ArrayList<>();

    private DesiredAttributes(Declaration declaration) {
        this.declaration = declaration;
    }

    public static DesiredResource of(Declaration declaration, ClusterConnection cluster) {
        DesiredAttributes values = new DesiredAttributes(declaration);
        if (!declaration.inside().project().isEmpty())
            values.needs.add(new ResourceId(KindName.PROJECT, declaration.inside().project()));
        for (Attribute attribute : declaration.kind().attributes()) values.add(attribute, cluster);
        for (Setting setting : declaration.settings().values()) {
            if (isFree(setting.path())) values.add(Field.of(setting.path()), setting.value(), setting.span());
        }
        for (PartKind part : declaration.kind().parts())
            declaration.nested(part.kind().name()).forEach(inner -> values.add(part, inner));
        return new DesiredResource(declaration, values.values, List.copyOf(values.needs));
    }

    /** Attributes without a schema: {@code lxd { }} and {@code user { }}. */
    static boolean isFree(String path) {
        return path.startsWith("lxd.") || path.startsWith("user.");
    }

    private void add(Attribute attribute, ClusterConnection cluster) {
        if (attribute.key().isEmpty()) return;
        if (attribute.isPerMember()) {
            for (Member member : cluster.members()) {
                declaration.setting(attribute.path(), member.name())
                        .ifPresent(s -> add(new Field(attribute.path(), member.name()), s.value(), s.span()));
            }
            return;
        }
        Field field = Field.of(attribute.path());
        declaration.setting(attribute.path()).ifPresent(s -> add(field, s.value(), s.span()));
        if (!values.containsKey(field) && !attribute.server().whenUnset().isEmpty()) {
            Span span = declaration.setting(attribute.block()).map(Setting::span).orElse(declaration.span());
            values.put(field, new DesiredValue(field, attribute.server().whenUnset(), span, false));
        }
    }

    private void add(PartKind part, Declaration inner) {
        for (Attribute attribute : part.kind().attributes())
            inner.setting(attribute.path()).ifPresent(setting -> add(
                    Field.of(part.path(inner.name(), attribute.path())), setting.value(), setting.span()));
        for (Setting setting : inner.settings().values())
            if (setting.path().startsWith("lxd."))
                add(Field.of("lxd." + part.keys() + inner.name() + setting.path().substring(3)), setting.value(),
                        setting.span());
    }

    private void add(Field field, Value value, Span span) {
        values.put(field, new DesiredValue(field, value.text(), span, true));
        if (value instanceof Value.Reference reference) needs.add(id(declaration, reference));
        if (value instanceof Value.Many many)
            for (Value each : many.values())
                if (each instanceof Value.Reference reference) needs.add(id(declaration, reference));
    }

    /** The thing that a declaration names: one of its own project, or of the cluster as a whole. */
    private static ResourceId id(Declaration declaration, Value.Reference reference) {
        String project = switch (IndexFile.shipped().kind(reference.kind()).map(Kind::namespace)
                .orElse(Namespace.CLUSTER)) {
            case CLUSTER -> "";
            case NETWORKS -> declaration.inside().networks();
            default -> declaration.inside().project();
        };
        return new ResourceId(reference.kind(), project, "", reference.name());
    }
}
