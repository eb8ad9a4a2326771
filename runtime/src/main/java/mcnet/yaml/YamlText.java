package mcnet.yaml;

import java.io.StringReader;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A text in YAML and the places in it. */
public final class YamlText {
    /** So deep may maps and lists stand in each other. */
    public static final int DEPTH = 20;
    /** So many nodes may it have, each counted as often as an alias stands for it. */
    private static final int MOST = 200_000;

    private final Source source;
    /** The characters beyond U+FFFF, counted in characters: YAML counts those, a source counts UTF-16 units. */
    private final int[] pairs;

    public YamlText(Source source) {
        this.source = source;
        int[] characters = source.text().codePoints().toArray();
        this.pairs = IntStream.range(0, characters.length)
                .filter(i -> Character.isSupplementaryCodePoint(characters[i]))
                .toArray();
    }

    public Source source() {
        return source;
    }

    /** The text is none. */
    public static final class NotYaml extends Exception {
        private final transient Span at;

        NotYaml(String why, Span at) {
            super(why, null, false, false);
            this.at = at;
        }

        /** Where the reader gave up. */
        public Span at() {
            return at;
        }
    }

    /** The one document of the text, aliases put in; null where it is empty. */
    public Node root() throws NotYaml {
        return root(yaml -> yaml.compose(new StringReader(source.text())));
    }

    /** The first document of the text, whatever is behind it; null where there is none. */
    public Node first() throws NotYaml {
        return root(yaml -> {
            Iterator<Node> documents = yaml.composeAll(new StringReader(source.text())).iterator();
            return documents.hasNext() ? documents.next() : null;
        });
    }

    private Node root(Function<Yaml, Node> reader) throws NotYaml {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEPTH);
        try {
            Node root = reader.apply(new Yaml(limits));
            if (root != null)
                extent(root, new IdentityHashMap<>());
            return root;
        } catch (MarkedYAMLException e) {
            throw notYaml(e.getProblem(), e.getProblemMark() == null ? 0 : e.getProblemMark().getIndex());
        } catch (ReaderException e) {
            throw notYaml("a character that cannot be printed, number " + e.getCodePoint(), e.getPosition());
        } catch (YAMLException e) {
            throw notYaml(e.getMessage(), 0);
        }
    }

    /** How much a node holds, with what aliases stand for. */
    private record Extent(int size, int depth) {}

    private Extent extent(Node node, Map<Node, Extent> known) throws NotYaml {
        if (known.containsKey(node)) {
            if (known.get(node) == null)
                throw new NotYaml("an alias refers to a node that contains it", span(node));
            return known.get(node);
        }
        known.put(node, null);
        long size = 1;
        int deepest = 0;
        for (Node each : inside(node)) {
            Extent extent = extent(each, known);
            size += extent.size;
            deepest = Math.max(deepest, extent.depth);
        }
        if (deepest >= DEPTH || size > MOST)
            throw new NotYaml(deepest >= DEPTH
                    ? "with its aliases, maps and lists are nested more than " + DEPTH + " deep"
                    : "its aliases expand to more than " + MOST + " values", span(node));
        known.put(node, new Extent((int) size, deepest + 1));
        return known.get(node);
    }

    private static List<Node> inside(Node node) {
        return switch (node) {
            case MappingNode map ->
                map.getValue().stream().flatMap(e -> Stream.of(e.getKeyNode(), e.getValueNode())).toList();
            case SequenceNode list -> list.getValue();
            default -> List.of();
        };
    }

    private NotYaml notYaml(String why, int character) {
        int at = offset(character);
        return new NotYaml(why == null ? "it cannot be read" : why,
                new Span(source, at, Math.min(at + 1, source.text().length())));
    }

    /** Where a node stands: the first line of it. */
    public Span span(Node node) {
        int start = offset(node.getStartMark().getIndex());
        int end = Math.max(start, offset(node.getEndMark().getIndex()));
        int line = source.text().indexOf('\n', start);
        return new Span(source, start, line < 0 ? end : Math.min(end, line));
    }

    /** Where a value stands, without quotes around it. */
    public Span inside(ScalarNode value) {
        Span span = span(value);
        boolean quoted = !value.isPlain() && span.end() - span.start() == value.getValue().length() + 2;
        return quoted ? new Span(span.source(), span.start() + 1, span.end() - 1) : span;
    }

    /** The beginning of the text. */
    public Span start() {
        return new Span(source, 0, 0);
    }

    /** Nothing stands there: {@code null}, {@code ~} or no word at all. */
    public static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.isPlain() && scalar.getValue().isEmpty());
    }

    private int offset(int characters) {
        int before = Arrays.binarySearch(pairs, characters);
        return Math.min(characters + (before < 0 ? -before - 1 : before), source.text().length());
    }
}
