package mcnet.preseed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.language.load.ForeignFile;
import mcnet.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A text to a preseed. MicroCloud passes over keys that it does not know; here they are mistakes. */
final class PreseedReader {
    /** What Go's reader takes for a number, and puts into a whole one ({@code gopkg.in/yaml.v3 resolve.go, decode.go}). */
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|\\d[\\d_]{0,17}"
            + "|(\\.\\d+|\\d{1,15}(\\.\\d*)?)([eE][-+]?\\d)?)");
    private static final Pattern TRUTH = Pattern.compile("[tT]rue|TRUE|[fF]alse|FALSE");
    /** Also in quotes: words of an older YAML. */
    private static final Pattern OLD_TRUTH = Pattern.compile("[yY]|yes|Yes|YES|on|On|ON|[nN]|no|No|NO|off|Off|OFF");

    private final YamlText yaml;
    private final List<Diagnostic> found;
    /** The first key of a version after the first. */
    private Span later;
    /** The key of version 1 that later ones do not have. */
    private Span earlier;

    private PreseedReader(Source source, List<Diagnostic> found) {
        this.yaml = new YamlText(source);
        this.found = found;
    }

    /** Empty where nothing of it can be understood, which is reported then. */
    static Optional<Preseed> read(Source source, List<Diagnostic> found) {
        return new PreseedReader(source, found).read();
    }

    private Optional<Preseed> read() {
        Optional<ForeignFile> foreign = ForeignFile.of(yaml.source()).filter(f -> !f.isMicroCloud());
        if (foreign.isPresent()) {
            found.add(foreign.get().diagnostic(yaml.source()));
            return Optional.empty();
        }
        Node root;
        try {
            root = MergeKeys.resolved(yaml.first());
        } catch (YamlText.NotYaml e) {
            found.add(Diagnostic
                    .error("MC0620", "cannot read " + yaml.source().name() + " as YAML", new Label(e.at(), ""))
                    .why(e.getMessage()).fix("correct it there; a quote or a colon before it may be the reason"));
            return Optional.empty();
        }
        if (!(root instanceof MappingNode) || !judge(root, PreseedSchema.PRESEED, PreseedSchema.WHOLE_FILE)) {
            if (!(root instanceof MappingNode))
                found.add(Diagnostic.error("MC0621", yaml.source().name() + " is not a preseed",
                        new Label(root == null ? yaml.start() : yaml.span(root), ""))
                        .why("a preseed is a map in YAML, with systems in it")
                        .fix("begin it with:  systems:  and below  - name: micro1"));
            return Optional.empty();
        }
        new DiskSection(yaml, (MappingNode) root, found).check();
        return Optional.of(preseed((MappingNode) root));
    }

    private Preseed preseed(MappingNode root) {
        Set<String> others = new LinkedHashSet<>();
        List<Preseed.System> systems = new ArrayList<>();
        Map<String, PreseedValue> ovn = new LinkedHashMap<>();
        for (NodeTuple entry : root.getValue()) {
            String key = text(entry.getKeyNode());
            Node value = entry.getValueNode();
            switch (key) {
                case "systems" -> elements(value).forEach(s -> systems.add(system(s)));
                case "ovn" -> ovn.putAll(values(value));
                case "initiator", "initiator_address", "lookup_subnet" -> {}
                default -> others.add(key);
            }
        }
        List<String> disks = systems.stream().filter(s -> s.values().containsKey("storage"))
                .map(Preseed.System::name).toList();
        if (!disks.isEmpty()) others.add("the disks of " + String.join(", ", disks));
        return new Preseed(yaml.source(), version(), values(root), systems, ovn, List.copyOf(others));
    }

    private int version() {
        if (later != null && earlier != null)
            found.add(Diagnostic.error("MC0622", earlier.text() + " and " + later.text() + " belong to"
                    + " different versions",
                    new Label(earlier, "MicroCloud 1 alone knows it"),
                    new Label(later, "known from MicroCloud 2 on"))
                    .why("MicroCloud ignores a key of another version without a message")
                    .fix("remove " + earlier.text() + " for MicroCloud 2 and 3"));
        return later == null ? 1 : 2;
    }

    private void note(String key, String what, Span span) {
        if (later == null && PreseedSchema.SINCE_2.getOrDefault(what, List.of()).contains(key)) later = span;
        if (key.equals("lookup_interface")) earlier = span;
    }

    private Preseed.System system(Node node) {
        Map<String, PreseedValue> values = values(node);
        List<NodeTuple> entries = node instanceof MappingNode map ? map.getValue() : List.of();
        for (NodeTuple entry : entries)
            if (text(entry.getKeyNode()).equals("storage") && !YamlText.isNothing(entry.getValueNode()))
                values.put("storage", new PreseedValue("", yaml.span(entry.getKeyNode())));
        return new Preseed.System(values, values.containsKey("name") ? values.get("name").span() : yaml.span(node));
    }

    /** The plain values of a map; an empty text is as good as none. */
    private Map<String, PreseedValue> values(Node node) {
        Map<String, PreseedValue> values = new LinkedHashMap<>();
        if (node instanceof MappingNode map)
            for (NodeTuple entry : map.getValue())
                if (entry.getValueNode() instanceof ScalarNode value && !YamlText.isNothing(value)
                        && !value.getValue().isEmpty())
                    values.put(text(entry.getKeyNode()), new PreseedValue(value.getValue(), yaml.inside(value)));
        return values;
    }

    private static List<Node> elements(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Whether all of it has the form of a preseed; what has not is reported. */
    private boolean judge(Node node, PreseedSchema shape, String what) {
        if (YamlText.isNothing(node)) return true;
        return switch (shape) {
            case PreseedSchema.MapOf map when node instanceof MappingNode given -> map(given, map, what);
            case PreseedSchema.ListOf list when node instanceof SequenceNode given -> {
                boolean fits = true;
                for (Node each : given.getValue())
                    fits &= judge(each, list.element(), "each of " + what);
                yield fits;
            }
            case PreseedSchema.Text _ when node instanceof ScalarNode -> true;
            case PreseedSchema.Whole _ when node instanceof ScalarNode s && s.isPlain()
                    && WHOLE.matcher(s.getValue()).matches() ->
                true;
            case PreseedSchema.Truth _ when node instanceof ScalarNode s
                    && (s.isPlain() && TRUTH.matcher(s.getValue()).matches()
                            || OLD_TRUTH.matcher(s.getValue()).matches()) ->
                true;
            default -> {
                found.add(Diagnostic.error("MC0623", what + " must be " + shape.called() + ", not " + called(node),
                        new Label(yaml.span(node), "")).why("MicroCloud refuses a preseed with another type here")
                        .fix(fix(shape, what)));
                yield false;
            }
        };
    }

    private boolean map(MappingNode given, PreseedSchema.MapOf shape, String what) {
        boolean fits = true;
        Map<String, Span> before = new LinkedHashMap<>();
        for (NodeTuple entry : given.getValue()) {
            Span span = yaml.span(entry.getKeyNode());
            String key = text(entry.getKeyNode());
            PreseedSchema inner = shape.keys().get(key);
            Span first = before.putIfAbsent(key, span);
            note(key, what, span);
            if (inner == null) {
                found.add(unknown(key, span, shape, what));
                fits = false;
            } else if (first != null) {
                found.add(Diagnostic.error("MC0624", "duplicate key " + key, new Label(span, "again here"),
                        new Label(first, "first here")).why("in YAML a key must be unique in its map")
                        .fix("remove one of them"));
                fits = false;
            } else
                fits &= judge(entry.getValueNode(), inner, key);
        }
        return fits;
    }

    private Diagnostic unknown(String key, Span span, PreseedSchema.MapOf shape, String what) {
        String owner = what.equals(PreseedSchema.EACH_SYSTEM) ? "a system" : what;
        return Diagnostic.error("MC0625", "unknown"
                + " key " + (key.isEmpty() ? "" : key + " ") + "in " + owner, new Label(span, ""))
                .why("MicroCloud ignores an unknown key, so it would have no effect")
                .fix(PreseedSchema.home(key).map(home -> "write it " + home)
                        .or(() -> Suggestion.to(key, shape.keys().keySet()).map(n -> "did you mean " + n + "?"))
                        .orElse("remove it; " + owner + " has " + String.join(", ", shape.keys().keySet())));
    }

    private static String called(Node node) {
        return switch (node) {
            case MappingNode _ -> "a map";
            case SequenceNode _ -> "a list";
            case ScalarNode s when !s.isPlain() -> "the text \"" + s.getValue() + "\"";
            case ScalarNode s -> "`" + (s.getValue().length() > 30 ? s.getValue().substring(0, 30) + "…" : s.getValue())
                    + "`";
            default -> "that";
        };
    }

    private static String fix(PreseedSchema shape, String what) {
        String key = what.startsWith("each of") ? "" : what + ":";
        return switch (shape) {
            case PreseedSchema.Text _ -> "write one value after " + (key.isEmpty() ? "the dash" : key);
            case PreseedSchema.Whole _ -> "write a number, such as " + key + " 60";
            case PreseedSchema.Truth _ -> "write " + key + " true or " + key + " false";
            case PreseedSchema.ListOf _ -> "write each on its own line after a dash, below " + key;
            case PreseedSchema.MapOf map -> "write keys and values: " + String.join(", ", map.keys().keySet());
        };
    }
}
