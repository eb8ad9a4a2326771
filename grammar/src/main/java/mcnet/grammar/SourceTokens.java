package mcnet.grammar;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.recovery.LookalikeCharacters;
import mcnet.grammar.recovery.UnexpectedTokens;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CodePointBuffer;
import org.antlr.v4.runtime.CodePointCharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The tokens of a source. Their places are offsets in the source's text in UTF-16 units, the one unit of all spans:
 * {@code CharStreams} would count code points, so that every place behind an emoji were one too small.
 */
final class SourceTokens {
    private SourceTokens() {}

    /** All of them, comments included; the last one is the end of the file. */
    static List<Token> of(Source source, List<Diagnostic> found) {
        return of(source, 0, source.text().length(), found);
    }

    /** Those of a part of a source; their places are those in the whole. */
    static List<Token> of(Source source, int start, int end, List<Diagnostic> found) {
        String text = LookalikeCharacters.replace(source, start, end, found);
        McnetLexer lexer = new McnetLexer(utf16(text, source.name()));
        lexer.removeErrorListeners();
        if (start > 0)
            lexer.setTokenFactory(new ShiftedTokens(source, start));
        List<Token> all = new ArrayList<>(lexer.getAllTokens());
        UnexpectedTokens.report(source, all, found);
        all.add(lexer.emitEOF());
        return all;
    }

    /** Every UTF-16 unit is a character of its own: half of a pair stands only where any character may. */
    private static CharStream utf16(String text, String name) {
        return CodePointCharStream.fromBuffer(CodePointBuffer.withChars(CharBuffer.wrap(text.toCharArray())), name);
    }

    /** Makes tokens of a part that have their places in the whole source. */
    private static final class ShiftedTokens extends CommonTokenFactory {
        private final int by;
        private final int line;
        private final int column;

        ShiftedTokens(Source source, int start) {
            super(true);
            by = start;
            line = source.line(start);
            column = start - source.text().lastIndexOf('\n', start - 1) - 1;
        }

        @Override
        public CommonToken create(Pair<TokenSource, CharStream> from, int type, String text, int channel, int start,
                int stop, int inLine, int at) {
            CommonToken token = super.create(from, type, text, channel, start, stop, inLine, at);
            if (type == Token.EOF)
                token.setText("<EOF>");
            token.setStartIndex(start + by);
            token.setStopIndex(stop + by);
            token.setLine(inLine + line - 1);
            token.setCharPositionInLine(inLine == 1 ? at + column : at);
            return token;
        }
    }
}
