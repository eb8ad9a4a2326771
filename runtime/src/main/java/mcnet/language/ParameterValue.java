package mcnet.language;

import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;

/** A parameter's value from outside of the program; its parameter's type says how it is read. */
public sealed interface ParameterValue {

    /** Where it stands: in a file of values, or behind {@code --set}. */
    Span span();

    /** What errors call it, and its text alone. */
    default Source source() {
        return new Source(span().source().name(), this instanceof One one ? one.text : span().text());
    }

    /** @param text what it says, without the quotes and escapes of the file that it stands in */
    record One(String text, Span span) implements ParameterValue {
        /** @param all a text that is the value and nothing else */
        public One(Source all) {
            this(all.text(), new Span(all, 0, all.text().length()));
        }
    }

    record Many(List<ParameterValue> elements, Span span) implements ParameterValue {
        public Many {
            elements = List.copyOf(elements);
        }

        public Many(List<ParameterValue> elements, Source all) {
            this(elements, new Span(all, 0, all.text().length()));
        }
    }

    record Named(Map<String, ParameterValue> entries, Span span) implements ParameterValue {
        public Named(Map<String, ParameterValue> entries, Source all) {
            this(entries, new Span(all, 0, all.text().length()));
        }
    }
}
