package mcnet.grammar.format;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.ConcreteSyntax;
import mcnet.grammar.Parser;

/** Makes every file look the same. Nothing is reordered, no comment is lost, and the tree stays what it was. */
public final class Formatter {
    private Formatter() {}

    /** A source with errors stays as it is, and so does one of which the formatted text would not say the same. */
    public static FormatResult format(Source source) {
        ConcreteSyntax concrete = Parser.concrete(source);
        if (concrete.file().isEmpty())
            return new FormatResult(source.text(), concrete.diagnostics());
        Comments comments = new Comments(source.text(), concrete);
        String text = Renderer.render(new DocumentBuilder(comments).file(concrete.file().get()));
        return proved(source, concrete, text);
    }

    /** The last check before a file is written over: all words and comments are there, in their order. */
    public static FormatResult proved(Source source, ConcreteSyntax concrete, String text) {
        if (words(concrete, source.text()).equals(words(Parser.concrete(new Source(source.name(), text)), text)))
            return new FormatResult(text, concrete.diagnostics());
        return new FormatResult(source.text(), List.of(Diagnostic
                .error("MC0161", "internal error: formatting " + source.name() + " would change what it says")
                .why("before mcnet writes, it compares all words and comments with the original, and they differ")
                .fix("the file is unchanged; report this error together with the file")));
    }

    /** Empty: it cannot be read. */
    private static Optional<List<String>> words(ConcreteSyntax concrete, String text) {
        return concrete.file().map(file -> Sequence.of(file, new Comments(text, concrete)));
    }
}
