package mcnet.lang;

import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;

/** A parameter's value from outside of the program; its parameter's type says how it is read. */
public sealed interface Given {

    /** Where it stands: in a file of values, or behind {@code --set}. */
    Span span();

    /** @param text what it says, without the quotes and escapes of the file that it stands in */
    record One(String text, Span span) implements Given {
        /** @param all a text that is the value and nothing else */
        public One(Source all) {
            this(all.text(), new Span(all, 0, all.text().length()));
        }
    }

    record Many(List<Given> elements, Span span) implements Given {
        public Many {
            elements = List.copyOf(elements);
        }
    }

    record Named(Map<String, Given> entries, Span span) implements Given {}
}
