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
                .error("MC0161", "internal error: the formatted text of " + source.name() + " would not say the same")
                .why("mcnet compares the words and comments of both before it writes, and they differ")
                .fix("nothing was written; leave the file as it is, and report it with the file")));
    }

    /** Empty: it cannot be read. */
    private static Optional<List<String>> words(ConcreteSyntax concrete, String text) {
        return concrete.file().map(file -> Sequence.of(file, new Comments(text, concrete)));
    }
}
