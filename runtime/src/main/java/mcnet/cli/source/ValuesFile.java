package mcnet.cli.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.language.ParameterValue;
import mcnet.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Values of parameters from a YAML file. Loaded only where one is named. */
public record ValuesFile(YamlText yaml, List<Diagnostic> found) {

    /** What the file gives; what is wrong with it is added to {@code found}. */
    public static Map<String, ParameterValue> read(String file, List<Diagnostic> found) {
        ProgramTexts sources = ProgramTexts.file(file);
        found.addAll(sources.problems());
        return sources.texts().isEmpty() ? Map.of() : new ValuesFile(sources.texts().getFirst(), found).values();
    }

    private ValuesFile(Source source, List<Diagnostic> found) {
        this(new YamlText(source), found);
    }

    private Map<String, ParameterValue> values() {
        try {
            Node root = yaml.root();
            if (root instanceof MappingNode map)
                return entries(map);
            found.add(Diagnostic.error("MC0456", yaml.source().name() + " contains no names with values",
                    new Label(root == null ? yaml.start() : yaml.span(root), ""))
                    .why("--set-file needs a YAML map from names of parameters to values").fix("write them like"
                            + " env: prod"));
        } catch (YamlText.NotYaml e) {
            found.add(Diagnostic
                    .error("MC0455", "cannot read " + yaml.source().name() + " as YAML", new Label(e.at(), ""))
                    .why(e.getMessage()).fix("correct it there; a quote or a colon before it may be the reason"));
        }
        return Map.of();
    }

    private Map<String, ParameterValue> entries(MappingNode map) {
        Map<String, ParameterValue> entries = new LinkedHashMap<>();
        Map<String, Span> places = new LinkedHashMap<>();
        for (NodeTuple entry : map.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Span span = yaml.span(entry.getKeyNode());
            Span first = places.putIfAbsent(key, span);
            if (first != null)
                found.add(Diagnostic.error("MC0457", key + " is given twice", new Label(span, "again here"),
                        new Label(first, "first here")).why("it would not be clear which of the two values applies")
                        .fix("remove one of them"));
            else
                entries.put(key, given(entry.getValueNode()));
        }
        return entries;
    }

    private ParameterValue given(Node node) {
        return switch (node) {
            case MappingNode map -> new ParameterValue.Named(entries(map), yaml.span(node));
            case SequenceNode list -> {
                List<ParameterValue> elements = new ArrayList<>();
                list.getValue().forEach(each -> elements.add(given(each)));
                yield new ParameterValue.Many(elements, yaml.span(node));
            }
            case ScalarNode scalar -> new ParameterValue.One(scalar.getValue(), yaml.inside(scalar));
            default -> new ParameterValue.One("", yaml.span(node));
        };
    }
}
