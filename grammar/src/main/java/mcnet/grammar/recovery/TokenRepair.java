package mcnet.grammar.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.Keywords;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Mends what one token makes wrong: a misspelt word of the language, a word said twice, a bracket closed too late; or what is said in
 * another order, see {@link StatementRepair}. A change counts only where the text then reads further than before; so the mistake is told by what was meant, and what
 * stands behind it is read.
 */
public final class TokenRepair {
    /** Places looked at in one source; a text with more of them is no program with slips. */
    private static final int MOST = 20;
    /** Tokens before the one that could not be read, among which the mistake is looked for. */
    private static final int REACH = 12;
    private static final List<String> WORDS = Stream
            .concat(Keywords.reserved().stream(), Keywords.ofSentences().stream())
            .toList();

    /** What other languages of this field call it. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(Map.entry("accept", "allow"),
            Map.entry("permit", "allow"), Map.entry("pass", "allow"), Map.entry("deny", "drop"),
            Map.entry("block", "drop"), Map.entry("inbound", "ingress"), Map.entry("outbound", "egress"),
            Map.entry("output", "egress"), Map.entry("input", "ingress"), Map.entry("foreach", "for"),
            Map.entry("of", "in"),
            Map.entry("include", "import"), Map.entry("var", "let"), Map.entry("default", "otherwise"),
            Map.entry("logged", "log"), Map.entry("icmp", "icmp4"), Map.entry("dport", "port"));

    private final Source source;
    private final List<Diagnostic> found;

    public TokenRepair(Source source, List<Diagnostic> found) {
        this.source = source;
        this.found = found;
    }

    /** @param mended all tokens, with the change */
    record Repair(List<Token> mended, Runnable told) {}

    /** @return the tokens, changed where a change helps; each change is reported */
    public List<Token> mend(List<Token> tokens, List<TrialParse.Failure> failures) {
        List<Token> best = tokens;
        int from = 0;
        for (TrialParse.Failure failure : failures.stream().limit(MOST).toList()) {
            if (failure.guilty().getStartIndex() < from)
                continue;
            Optional<Repair> mend = mend(best, failure);
            if (mend.isPresent()) {
                best = mend.get().mended;
                mend.get().told.run();
                from = failure.guilty().getStartIndex();
            }
        }
        return best;
    }

    private Optional<Repair> mend(List<Token> tokens, TrialParse.Failure failure) {
        int guilty = tokens.indexOf(failure.guilty());
        if (guilty < 0)
            return Optional.empty();
        int first = Math.max(tokens.indexOf(failure.beginnings().getLast()), guilty - REACH);
        TrialParse trial = new TrialParse(failure);
        Stream<Repair> changed = IntStream
                .iterate(Math.min(guilty + 1, tokens.size() - 1), i -> i >= Math.max(first, 0), i -> i - 1).boxed()
                .flatMap(i -> Stream.of(closed(tokens, i, guilty), once(tokens, i),
                        i > guilty ? Stream.<Repair>empty() : spelt(tokens, i)).flatMap(s -> s));
        Stream<Repair> added = Stream.of(guilty, tokens.indexOf(failure.beginnings().getFirst())).distinct()
                .flatMap(i -> completed(tokens, i, failure));
        StatementRepair rewording = new StatementRepair(source, found);
        return Stream.of(rewording.table(tokens, guilty),
                rewording.of(tokens, guilty).filter(m -> trial.readsFurther(m.mended)),
                changed.filter(m -> trial.readsFurther(m.mended)),
                added.filter(m -> trial.readsWhole(m.mended))).flatMap(s -> s).findFirst();
    }

    /** A small word or a sign put in before a token on the same line as the one before it. */
    private Stream<Repair> completed(List<Token> tokens, int i, TrialParse.Failure failure) {
        if (i <= 0)
            return Stream.empty();
        Token here = tokens.get(i);
        if (here.getLine() != tokens.get(i - 1).getLine() || !beginsPart(here))
            return Stream.empty();
        return failure.beginnings().stream().flatMap(b -> joints(b, failure.claim())).distinct().map(joint -> {
            List<Token> mended = new ArrayList<>(tokens);
            mended.add(i, like(here, joint, " "));
            String word = McnetLexer.VOCABULARY.getLiteralName(joint).replace("'", "");
            return new Repair(mended, () -> found.add(Diagnostic.error("MC0148", "`" + word + "` is missing before `"
                    + here.getText() + "`", new Label(span(here), ""))
                    .why("without it the two parts are not connected")
                    .fix("write " + tokens.get(i - 1).getText() + (word.equals(",") ? ", " : " " + word + " ")
                            + here.getText() + (here.getType() == McnetLexer.OPEN_LIST ? " …" : ""))));
        });
    }

    private static boolean beginsPart(Token token) {
        int type = token.getType();
        return type == McnetLexer.OPEN_LIST || type == McnetLexer.ANY || type == McnetLexer.INTERNAL
                || type == McnetLexer.EXTERNAL || type == McnetLexer.NETWORK || type == McnetLexer.ACL
                || !token.getText().isEmpty() && type >= McnetLexer.INT && type <= McnetLexer.STRING;
    }

    /** What holds the parts of a sentence together. */
    private static Stream<Integer> joints(Token beginning, boolean claim) {
        Stream<Integer> own = switch (beginning.getType()) {
            case McnetLexer.PROTOCOL -> Stream.of(McnetLexer.ARROW, McnetLexer.PORT);
            case McnetLexer.ALLOW, McnetLexer.REJECT, McnetLexer.DROP ->
                Stream.of(McnetLexer.FROM, McnetLexer.TO, McnetLexer.PORT);
            case McnetLexer.PEER -> Stream.of(McnetLexer.BOTH);
            case McnetLexer.FOR -> Stream.of(McnetLexer.IN);
            case McnetLexer.FLOW -> Stream.of(McnetLexer.ARROW, McnetLexer.USING);
            case McnetLexer.PARAM -> Stream.of(McnetLexer.COLON);
            default -> claim ? Stream.of(McnetLexer.USING) : Stream.empty();
        };
        return Stream.concat(own, Stream.of(McnetLexer.COMMA));
    }

    /** The words of the language that a name was probably meant to be. */
    private Stream<Repair> spelt(List<Token> tokens, int i) {
        Token name = tokens.get(i);
        if (name.getType() != McnetLexer.NAME)
            return Stream.empty();
        String written = name.getText();
        Stream<String> near = WORDS.stream().filter(w -> isSlip(written, w)).sorted(Suggestion.first(written));
        return Stream.concat(Optional.ofNullable(ELSEWHERE.get(written)).stream(), near).map(word -> {
            List<Token> mended = new ArrayList<>(tokens);
            mended.set(i, like(name, Keywords.type(word), word));
            return new Repair(mended, () -> found.add(Diagnostic.error("MC0144", "unknown word"
                    + " `" + written + "`", new Label(span(name), ""))
                    .why("the words around it require a keyword here").fix("did you mean " + word + "?")));
        });
    }

    /** Of two letters there are so many words that only swapped ones are a slip. */
    private static boolean isSlip(String name, String word) {
        return Suggestion.isNear(name, word)
                && (name.length() > 2 || new StringBuilder(name).reverse().toString().equals(word));
    }

    /** One word that stands there twice, or two that do. */
    private Stream<Repair> once(List<Token> tokens, int i) {
        return Stream.of(1, 2).filter(length -> isAgain(tokens, i, length)).map(length -> {
            Span again = span(tokens.get(i - length + 1)).to(span(tokens.get(i)));
            Span first = span(tokens.get(i - 2 * length + 1)).to(span(tokens.get(i - length)));
            List<Token> mended = new ArrayList<>(tokens);
            mended.subList(i - length + 1, i + 1).clear();
            return new Repair(mended, () -> found.add(Diagnostic.error("MC0145", "duplicate"
                    + " `" + again.text() + "`", new Label(again, "again here"), new Label(first, "first here"))
                    .why("this part may appear only once in a sentence")
                    .fix("remove one of them")));
        });
    }

    private static boolean isAgain(List<Token> tokens, int last, int length) {
        return last + 1 >= 2 * length && IntStream.rangeClosed(last - length + 1, last).allMatch(
                at -> isSaidOnce(tokens.get(at)) && !tokens.get(at).getText().isEmpty()
                        && tokens.get(at).getText().equals(tokens.get(at - length).getText()));
    }

    /** Brackets open and close in rows. */
    private static boolean isSaidOnce(Token token) {
        return switch (token.getType()) {
            case McnetLexer.OPEN, McnetLexer.CLOSE, McnetLexer.OPEN_LIST, McnetLexer.CLOSE_LIST, McnetLexer.OPEN_PAREN,
                    McnetLexer.CLOSE_PAREN, McnetLexer.SLIP, Token.EOF ->
                false;
            default -> true;
        };
    }

    /** A bracket that was put in further on stands here. */
    private Stream<Repair> closed(List<Token> tokens, int i, int guilty) {
        if (i != guilty)
            return Stream.empty();
        int depth = depth(tokens.get(guilty));
        for (int at = i + 1; at < tokens.size() && depth >= 0; at++) {
            Token added = tokens.get(at);
            boolean closes = added.getType() == McnetLexer.CLOSE_PAREN || added.getType() == McnetLexer.CLOSE_LIST;
            boolean balanced = depth == 0;
            depth += depth(added);
            if (!closes || !added.getText().isEmpty() || !balanced)
                continue;
            List<Token> mended = new ArrayList<>(tokens);
            mended.remove(at);
            Token here = tokens.get(guilty);
            CommonToken moved = like(here, added.getType(), "");
            moved.setStopIndex(here.getStartIndex() - 1);
            mended.add(guilty, moved);
            return Stream.of(new Repair(mended, () -> move(added, here)));
        }
        return Stream.empty();
    }

    /** How much deeper one is behind it. */
    private static int depth(Token token) {
        return switch (token.getType()) {
            case McnetLexer.OPEN, McnetLexer.OPEN_LIST, McnetLexer.OPEN_PAREN -> 1;
            case McnetLexer.CLOSE, McnetLexer.CLOSE_LIST, McnetLexer.CLOSE_PAREN -> -1;
            default -> 0;
        };
    }

    /** The report points to where the bracket stands now. */
    private void move(Token added, Token here) {
        for (int i = 0; i < found.size(); i++) {
            Diagnostic told = found.get(i);
            if (told.labels().size() == 2 && told.labels().getLast().span().start() == span(added).start()
                    && told.fix().equals("add `" + (added.getType() == McnetLexer.CLOSE_PAREN ? ")" : "]") + "`")) {
                List<Label> labels = List.of(told.labels().getFirst(),
                        new Label(span(here), told.labels().getLast().text()));
                found.set(i, new Diagnostic(told.severity(), told.code(), told.message(), labels, told.why(),
                        told.fix()));
                return;
            }
        }
    }

    static CommonToken like(Token token, int type, String text) {
        CommonToken other = new CommonToken(type, text);
        other.setLine(token.getLine());
        other.setCharPositionInLine(token.getCharPositionInLine());
        other.setStartIndex(token.getStartIndex());
        other.setStopIndex(token.getStopIndex());
        return other;
    }

    private Span span(Token token) {
        int length = source.text().length();
        int start = Math.min(token.getStartIndex(), length);
        return new Span(source, start, Math.clamp(token.getStopIndex() + 1, start, length));
    }
}
