package mcnet.lang;

import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Source;

/** A parameter's value from outside of the program; its parameter's type says how it is read. */
public sealed interface Given {

    /** What errors call it, {@code --set env}, and its text. */
    Source source();

    record One(Source source) implements Given {}

    record Many(List<Given> elements, Source source) implements Given {
        public Many {
            elements = List.copyOf(elements);
        }
    }

    record Named(Map<String, Given> entries, Source source) implements Given {}
}
