package mcnet.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetParser;
import mcnet.grammar.builder.ExpressionBuilder;
import mcnet.grammar.builder.SourcePositions;
import mcnet.grammar.builder.TreeBuilder;
import mcnet.grammar.recovery.Brackets;
import mcnet.grammar.recovery.ErrorRecovery;
import mcnet.grammar.recovery.MissingExpressions;
import mcnet.grammar.recovery.NestingLimit;
import mcnet.grammar.recovery.SyntaxErrors;
import mcnet.grammar.recovery.TokenRepair;
import mcnet.grammar.recovery.TrialParse;
import mcnet.grammar.recovery.UnexpectedTokens;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.SourceFile;
import org.antlr.v4.runtime.ANTLRErrorStrategy;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads a source. What is wrong with its characters and brackets is mended before the parser proper runs, so that it
 * meets one mistake at a time; see {@link ErrorRecovery} for what it does then.
 */
public final class Parser {
    private Parser() {}

    /** Never fails: what cannot be read is reported and left out. */
    public static ParseResult parse(Source source) {
        List<Diagnostic> found = new ArrayList<>();
        List<Token> balanced = Brackets.balance(source, withoutComments(SourceTokens.of(source, found)), found);
        Optional<Diagnostic> tooDeep = NestingLimit.tooMuch(source, balanced);
        if (tooDeep.isPresent())
            return new ParseResult(nothing(source), List.of(tooDeep.get()));
        if (found.size() >= UnexpectedTokens.MOST)
            return new ParseResult(nothing(source), found);
        List<Token> complete = MissingExpressions.values(source, balanced, found);
        SourceFile file = fast(source, complete, found).orElseGet(() -> recovered(source, complete, found));
        return new ParseResult(file, found);
    }

    private static SourceFile recovered(Source source, List<Token> tokens, List<Diagnostic> found) {
        McnetParser.FileContext context = slow(source, tokens, found);
        TreeBuilder builder = new TreeBuilder(source, found);
        return builder.file(context.item().stream().map(builder::item).toList());
    }

    /**
     * A part of a source as one expression: what stands between the braces of {@code ${…}}.
     *
     * @param start offset of its first character, in UTF-16 units as all spans
     * @param end offset behind its last character
     */
    public static ExpressionParseResult expression(Source source, int start, int end) {
        List<Diagnostic> found = new ArrayList<>();
        List<Token> balanced = Brackets.balance(source, withoutComments(SourceTokens.of(source, start, end, found)),
                found);
        List<Token> tokens = MissingExpressions.values(source, balanced, found);
        NestingLimit.tooMuch(source, tokens).ifPresent(found::add);
        Optional<Expression> expression = Optional.empty();
        if (found.stream().noneMatch(Diagnostic::isError)) {
            try {
                McnetParser parser = parser(tokens, PredictionMode.LL, new BailErrorStrategy());
                McnetParser.ExprContext context = parser.expr();
                if (parser.getCurrentToken().getType() == Token.EOF)
                    expression = Optional.of(new ExpressionBuilder(new SourcePositions(source)).expression(context));
            } catch (ParseCancellationException wrong) {
                // said by whoever asked
            }
        }
        return new ExpressionParseResult(expression, found);
    }

    /** For who needs every character; a source with errors has no such reading. */
    public static ConcreteSyntax concrete(Source source) {
        ParseResult parsed = parse(source);
        if (parsed.diagnostics().stream().anyMatch(Diagnostic::isError))
            return new ConcreteSyntax(Optional.empty(), List.of(), parsed.diagnostics());
        List<Token> tokens = SourceTokens.of(source, new ArrayList<>());
        McnetParser.FileContext file = slow(source, withoutComments(tokens), new ArrayList<>());
        return new ConcreteSyntax(Optional.of(file), tokens, parsed.diagnostics());
    }

    private static List<Token> withoutComments(List<Token> all) {
        List<Token> tokens = new ArrayList<>(all);
        tokens.removeIf(token -> token.getChannel() != Token.DEFAULT_CHANNEL);
        return tokens;
    }

    /**
     * Almost every source is read in this mode, item by item, so that the parser's own tree of one is forgotten before
     * the next.
     *
     * @return empty where something is wrong, which the other mode explains
     */
    private static Optional<SourceFile> fast(Source source, List<Token> tokens, List<Diagnostic> found) {
        McnetParser parser = parser(tokens, PredictionMode.SLL, new BailErrorStrategy());
        List<Diagnostic> told = new ArrayList<>();
        TreeBuilder builder = new TreeBuilder(source, told);
        List<Item> items = new ArrayList<>();
        try {
            while (parser.getCurrentToken().getType() != Token.EOF)
                items.add(builder.item(parser.item()));
        } catch (ParseCancellationException wrong) {
            return Optional.empty();
        }
        found.addAll(told);
        return Optional.of(builder.file(items));
    }

    /** Slower and complete. */
    private static McnetParser.FileContext slow(Source source, List<Token> tokens, List<Diagnostic> found) {
        List<Diagnostic> told = new ArrayList<>();
        TrialParse.Failures failures = new TrialParse.Failures(new ArrayList<>(), new SyntaxErrors(source, told));
        McnetParser.FileContext context = parser(tokens, PredictionMode.LL, new ErrorRecovery(failures)).file();
        List<Token> mended = new TokenRepair(source, found).mend(tokens, failures.failures());
        if (mended != tokens)
            return parser(mended, PredictionMode.LL, new ErrorRecovery(new SyntaxErrors(source, found))).file();
        found.addAll(told);
        return context;
    }

    public static McnetParser parser(List<Token> tokens, PredictionMode mode, ANTLRErrorStrategy strategy) {
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
        stream.fill();
        McnetParser parser = new McnetParser(stream);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(mode);
        parser.setErrorHandler(strategy);
        return parser;
    }

    private static SourceFile nothing(Source source) {
        Span all = new Span(source, 0, source.text().length());
        return new SourceFile(List.of(new Item.Broken(Set.of(), all)), all);
    }
}
