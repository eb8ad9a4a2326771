package mcnet.grammar.format;

import mcnet.diagnostic.Source;
import mcnet.grammar.Concrete;
import mcnet.grammar.Parser;

/** Makes every file look the same. Nothing is reordered, no comment is lost, and the tree stays what it was. */
public final class Formatter {
    private Formatter() {}

    /** A source with errors stays as it is. */
    public static Formatted format(Source source) {
        Concrete concrete = Parser.concrete(source);
        String text = concrete.file()
                .map(file -> Renderer.render(new Layout(new Comments(source.text(), concrete)).file(file)))
                .orElse(source.text());
        return new Formatted(text, concrete.diagnostics());
    }
}
