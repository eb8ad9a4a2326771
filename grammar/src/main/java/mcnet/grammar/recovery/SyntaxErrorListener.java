package mcnet.grammar.recovery;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** Whoever wants to know what the parser could not read. */
interface SyntaxErrorListener {

    /** An item or a claim failed. */
    void failed(Parser parser, RecognitionException e);

    /** Between two items stands what begins none. */
    void stray(Parser parser);

    /** A comma between two attributes. */
    void comma(TokenStream tokens);

    /** @param first where the value begins; the tokens stand at the comma */
    void bracketless(TokenStream tokens, Token first);
}
