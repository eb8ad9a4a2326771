package mcnet.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.language.print.ItemText;
import mcnet.model.KindName;
import mcnet.observe.ObjectRedaction;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;
import mcnet.schema.PartKind;
import mcnet.schema.SecretKey;
import mcnet.schema.Type;

/**
 * What stands inside of an object's declaration. Left out is what the server does by itself, but for what the program
 * said before: an attribute that a file does not say any more goes back to its default.
 */
final class DeclarationBody {
    private static final int WIDTH = 70;
    /** The language says it by one word with DHCP, {@code dhcp = stateful}. */
    private static final String IDLE = "ipv6.dhcp.stateful";

    private final ObservedResource found;
    private final Exclusions exclusions;
    private final Kind kind;
    private final Set<String> said;
    private final String prefix;
    /** Lines by the block that they stand in. */
    private final Map<String, List<String>> blocks = new LinkedHashMap<>();
    private final List<String> sentences = new ArrayList<>();

    private DeclarationBody(ObservedResource found, Kind kind, String prefix, Exclusions exclusions) {
        this.found = found;
        this.exclusions = exclusions;
        this.kind = kind;
        this.said = found.mark().map(Mark::keys).orElse(Set.of());
        this.prefix = prefix;
    }

    /** The lines of a declaration of this kind. */
    static List<String> of(ObservedResource found, Kind kind, Exclusions exclusions) {
        return new DeclarationBody(found, kind, "", exclusions).whole();
    }

    /** What a file says of an uplink that it does not declare: its addresses. */
    static List<String> facts(ObservedResource found, Kind kind) {
        DeclarationBody written = new DeclarationBody(found, kind, "", new Exclusions());
        for (Attribute attribute : kind.attributes())
            if (attribute.path().startsWith("ipv") && !attribute.key().isEmpty()) written.attribute(attribute);
        return written.nested("");
    }

    /** The lines of a NIC that is a part of an object. */
    static List<String> nic(ObservedResource found, Kind kind, String nic, Exclusions exclusions) {
        return new DeclarationBody(found, kind, nic + ".", exclusions).lines();
    }

    /** With what somebody else manages at the end. */
    private List<String> whole() {
        List<String> lines = new ArrayList<>(lines());
        Set<String> ignored = exclusions.ignored(found.id());
        if (!ignored.isEmpty()) {
            lines.add("# On the server so, and not managed: `check` or the language would refuse it.");
            lines.add("ignore = [" + String.join(", ", ignored) + "]");
        }
        return lines;
    }

    /** The parts of an object, each a declaration inside of it. */
    private void parts() {
        for (PartKind part : kind.parts()) {
            found.values().keySet().stream().flatMap(f -> part.name(f.attribute()).stream()).distinct()
                    .forEach(name -> {
                        sentences.add(part.kind().name() + " " + ItemText.name(name) + " {");
                        sentences.addAll(
                                new DeclarationBody(found, part.kind(), part.path(name, ""), exclusions).lines());
                        sentences.add("}");
                    });
        }
    }

    private List<String> lines() {
        for (Attribute attribute : kind.attributes()) {
            if (attribute.key().isEmpty() || attribute.isStatement()) continue;
            if (attribute.isPerMember()) members(attribute);
            else
                attribute(attribute);
        }
        otherwise("ingress");
        otherwise("egress");
        for (Field field : found.values().keySet()) {
            if (!field.attribute().startsWith(prefix)) continue;
            String path = field.attribute().substring(prefix.length());
            if (path.startsWith("lxd.")) free("lxd", path.substring("lxd.".length()), found.value(field));
            else if (path.startsWith("user.") && prefix.isEmpty())
                free("user", path.substring("user.".length()), found.value(field));
        }
        parts();
        List<String> lines = nested("");
        lines.addAll(sentences);
        return lines;
    }

    private boolean isSaid(String path) {
        return said.contains(prefix + path);
    }

    private String value(String path) {
        return found.value(Field.of(prefix + path));
    }

    private void attribute(Attribute attribute) {
        String value = value(attribute.path());
        boolean chosen = attribute.key().startsWith("volatile.");
        if (!isSaid(attribute.path())) {
            if (value.isEmpty() || chosen || value.equals(attribute.server().whenUnset())
                    || value.equals(attribute.server().serverDefault()))
                return;
        }
        Optional<String> literal = value.isEmpty()
                ? Optional.empty()
                : attribute.type() instanceof Type.Secret
                        ? Optional.of(secret(attribute.path()))
                        : ValueLiterals.of(attribute.type(), value);
        String omission = exclusions.omission(found.id(), prefix + attribute.path());
        if (literal.isPresent() && omission.isEmpty())
            add(attribute.block(), attribute.name() + " = " + literal.get());
        else
            comment(attribute, value, omission);
    }

    /** What is not said, but there all the same, is somebody else's to manage. */
    private void comment(Attribute attribute, String value, String omission) {
        boolean secret = attribute.type() instanceof Type.Secret;
        add("", "# " + prefix + attribute.path() + " is " + (secret ? "(secret)" : Comment.visible('"' + value + '"'))
                + " on the server" + (omission.isEmpty() ? "" : ": " + Comment.visible(omission)));
        if (isSaid(attribute.path()) || !attribute.server().whenUnset().isEmpty())
            exclusions.ignore(found.id(), prefix + attribute.path());
    }

    /** The most common value is the rule, others stand beside it. */
    private void members(Attribute attribute) {
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (Field field : found.fields(attribute.path()))
            users.computeIfAbsent(found.value(field), _ -> new ArrayList<>()).add(field.member());
        String omission = exclusions.omission(found.id(), attribute.path());
        if (!omission.isEmpty()) {
            users.forEach(
                    (value, members) -> add("", Comment.visible("# " + attribute.path() + " is \"" + value + "\" on "
                            + String.join(", ", members) + ": " + omission)));
            return;
        }
        Optional<String> rule = users.keySet().stream()
                .reduce((a, b) -> users.get(b).size() > users.get(a).size() ? b : a);
        rule.flatMap(v -> ValueLiterals.of(attribute.type(), v))
                .ifPresent(v -> add(attribute.block(), attribute.name() + " = " + v));
        users.forEach((value, members) -> {
            if (value.equals(rule.get())) return;
            String names = members.stream().map(ItemText::name).collect(Collectors.joining(", "));
            add("", ValueLiterals.of(attribute.type(), value)
                    .map(v -> "on " + names + " { " + attribute.name() + " = " + v + " }")
                    .orElse(Comment.visible("# " + attribute.path() + " is \"" + value + "\" on " + names)));
        });
    }

    private void otherwise(String direction) {
        String action = value("otherwise." + direction);
        String log = value("otherwise." + direction + ".log");
        if (!action.isEmpty() && kind.name().equals(KindName.NETWORK) && value("acls").isEmpty())
            sentences.add(Comment.of("otherwise " + action + " " + direction
                    + ", but without an ACL the server ignores it"));
        else if (!action.isEmpty())
            sentences.add(Comment.unlessPlain("otherwise " + action + " " + direction
                    + (log.equals("true") ? " log" : "")));
        else if (log.equals("true"))
            sentences.add("# what no rule is about is logged on its way " + (direction.equals("ingress") ? "in" : "out")
                    + ", with the server's own verdict");
    }

    private void free(String block, String key, String value) {
        boolean others = kind.name().equals(KindName.PROJECT) && block.equals("lxd")
                || kind.name().equals(KindName.PROFILE);
        if (key.startsWith("volatile.") || others && !isSaid(block + "." + key)) return;
        if (key.equals(IDLE)) {
            add("", "# " + key + " is \"" + Comment.visible(value)
                    + "\" on the server, without effect while dhcp = false");
            return;
        }
        if (value.equals(ObjectRedaction.LEFT_OUT)) {
            add("", "# " + Comment.visible(key) + " is left out of the recording");
            return;
        }
        String written = key.matches("[a-zA-Z_][a-zA-Z0-9_-]*(\\.[a-zA-Z_0-9-]+)*") ? key : "";
        String literal = SecretKey.is(key) ? secret(key) : ItemText.quoted(value);
        boolean omitted = written.isEmpty() || !exclusions.omission(found.id(), block + "." + key).isEmpty();
        if (omitted) add("", "# " + Comment.visible(key + " = " + literal));
        else
            add(block, written + " = " + literal);
    }

    /** What the server holds is not written down: a name for it, that somebody fills in. */
    private String secret(String path) {
        String name = String.join("_", found.id().kind(), found.id().project(), found.id().name(), prefix + path);
        return "secret(\"env:" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_") + "\")";
    }

    private void add(String block, String line) {
        if (!block.isEmpty()) blocks.computeIfAbsent("", _ -> new ArrayList<>());
        blocks.computeIfAbsent(block, _ -> new ArrayList<>()).add(line);
    }

    /** The lines of a block with the blocks inside of it. */
    private List<String> nested(String block) {
        List<String> lines = new ArrayList<>(blocks.getOrDefault(block, List.of()));
        List<String> inner = blocks.keySet().stream().map(b -> below(block, b)).filter(b -> !b.isEmpty()).distinct()
                .toList();
        for (String name : inner) {
            // nat { address = … } says nat = true as well.
            lines.removeIf(line -> line.equals(name + " = true"));
            List<String> inside = nested(block.isEmpty() ? name : block + "." + name);
            if (isShort(inside)) {
                lines.add(name + " { " + String.join("  ", inside) + " }");
                continue;
            }
            lines.add(name + " {");
            lines.addAll(inside);
            lines.add("}");
        }
        return lines;
    }

    private static boolean isShort(List<String> lines) {
        return lines.size() <= 2 && String.join("", lines).length() <= WIDTH
                && lines.stream().noneMatch(l -> l.startsWith("#") || l.contains("{"));
    }

    /** The next name on the way from a block to one inside of it; empty where that one is not inside. */
    private static String below(String block, String inner) {
        String start = block.isEmpty() ? "" : block + ".";
        if (inner.equals(block) || !inner.startsWith(start) || inner.isEmpty()) return "";
        return inner.substring(start.length()).replaceFirst("\\..*", "");
    }
}
