package mcnet.yaml;

import java.io.StringReader;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A text in YAML and the places in it. */
public record YamlText(Source source) {
    /** So deep may maps and lists stand in each other. */
    public static final int DEPTH = 20;

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
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEPTH);
        try {
            return new Yaml(limits).compose(new StringReader(source.text()));
        } catch (MarkedYAMLException e) {
            throw notYaml(e.getProblem(), e.getProblemMark() == null ? 0 : e.getProblemMark().getIndex());
        } catch (ReaderException e) {
            throw notYaml("a character that cannot be printed, number " + e.getCodePoint(), e.getPosition());
        } catch (YAMLException e) {
            throw notYaml(e.getMessage(), 0);
        }
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

    /** YAML counts characters, a source counts chars. */
    private int offset(int characters) {
        int most = source.text().codePointCount(0, source.text().length());
        return source.text().offsetByCodePoints(0, Math.min(characters, most));
    }
}
