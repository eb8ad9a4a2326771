package mcnet.grammar.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.recovery.TokenRepair.Repair;
import org.antlr.v4.runtime.Token;

/** Sentences that say what is meant with the right words, in another order or in the manner of another tool. */
record StatementRepair(Source source, List<Diagnostic> found) {
    private static final Set<String> TABLES = Set.of("rule", "rules", "ingress", "egress", "firewall_rule");
    private static final Set<String> COLUMNS = Set.of("action", "direction", "protocol", "source", "destination",
            "from",
            "to");
    /** Tokens of one sentence before the one that could not be read. */
    private static final int REACH = 24;

    /** Those that are worth a trial. */
    Stream<Repair> of(List<Token> tokens, int guilty) {
        return Stream.of(swapped(tokens, guilty), servedLast(tokens, guilty), apart(tokens, guilty),
                bare(tokens, guilty), arrow(tokens, guilty), outside(tokens, guilty), serviceFirst(tokens, guilty))
                .flatMap(s -> s);
    }

    /** {@code ingress allow tcp 80}. */
    private Stream<Repair> swapped(List<Token> tokens, int i) {
        if (i == 0 || !isVerdict(tokens.get(i)) || !isDirection(tokens.get(i - 1)))
            return Stream.empty();
        Token direction = tokens.get(i - 1);
        Token verdict = tokens.get(i);
        List<Token> mended = new ArrayList<>(tokens);
        mended.set(i - 1, TokenRepair.like(direction, verdict.getType(), verdict.getText()));
        mended.set(i, TokenRepair.like(verdict, direction.getType(), direction.getText()));
        return told(mended, Diagnostic.error("MC0151", "`" + verdict.getText() + "` must come before"
                + " `" + direction.getText() + "`", label(tokens, i - 1, i))
                .why("a rule begins with its action, followed by its direction")
                .fix("write " + verdict.getText() + " " + direction.getText()));
    }

    /** {@code allow ingress from any tcp 80}. */
    private Stream<Repair> servedLast(List<Token> tokens, int guilty) {
        int verdict = verdict(tokens, guilty);
        if (verdict < 0 || verdict + 2 >= tokens.size() || !isReach(tokens.get(verdict + 2)))
            return Stream.empty();
        return IntStream.rangeClosed(verdict + 4, Math.min(guilty, tokens.size() - 1)).boxed()
                .filter(i -> isService(tokens.get(i)) && tokens.get(i).getLine() == tokens.get(verdict).getLine())
                .flatMap(i -> {
                    int last = endOfService(tokens, i);
                    List<Token> service = List.copyOf(tokens.subList(i, last + 1));
                    List<Token> mended = new ArrayList<>(tokens);
                    mended.subList(i, last + 1).clear();
                    mended.addAll(verdict + 2, service);
                    return told(mended, Diagnostic.error("MC0152", "`" + text(tokens, i, last)
                            + "` must come before the source and the destination", label(tokens, i, last))
                            .why("the order in a rule is: protocol and ports, source, destination")
                            .fix("write " + text(tokens, verdict, verdict + 1) + " " + text(tokens, i, last) + " "
                                    + text(tokens, verdict + 2, i - 1)));
                });
    }

    /** {@code allow ingress tcp 80, udp 53}. */
    private Stream<Repair> apart(List<Token> tokens, int guilty) {
        int verdict = verdict(tokens, guilty);
        if (verdict < 0 || !isComma(tokens, guilty) || !isProtocol(tokens.get(guilty + 1)))
            return Stream.empty();
        List<Token> mended = new ArrayList<>(tokens.subList(0, guilty));
        int last = guilty;
        for (int i = guilty; isComma(tokens, i) && isProtocol(tokens.get(i + 1)); i = last + 1) {
            for (Token begin : tokens.subList(verdict, verdict + 2))
                mended.add(TokenRepair.like(tokens.get(i), begin.getType(), begin.getText()));
            last = endOfService(tokens, i + 1);
            mended.addAll(tokens.subList(i + 1, last + 1));
        }
        mended.addAll(tokens.subList(last + 1, tokens.size()));
        String begin = text(tokens, verdict, verdict + 1);
        return told(mended, Diagnostic.error("MC0153", "a rule takes only one"
                + " protocol", label(tokens, guilty + 1, last),
                label(tokens, verdict, guilty - 1))
                .why("after a comma come more ports of the same protocol")
                .fix("write another rule, " + begin + " " + text(tokens, guilty + 1, endOfService(tokens, guilty + 1))
                        + ", or one for a service that you name: service NAME = "
                        + text(tokens, verdict + 2, last)));
    }

    /** {@code 80 -> 10.42.1.10}. */
    private Stream<Repair> bare(List<Token> tokens, int first) {
        int last = endOfPorts(tokens, first);
        if (!isPort(tokens.get(first)) || last + 1 >= tokens.size()
                || tokens.get(last + 1).getType() != McnetLexer.ARROW)
            return Stream.empty();
        List<Token> mended = new ArrayList<>(tokens);
        mended.add(first, TokenRepair.like(tokens.get(first), McnetLexer.PROTOCOL, "tcp"));
        String ports = text(tokens, first, last);
        return told(mended, Diagnostic.error("MC0154", "`" + ports + "` needs a protocol",
                label(tokens, first, last)).why("TCP and UDP each have their own ports")
                .fix("write tcp " + ports + " -> … or udp " + ports + " -> …"));
    }

    /** {@code flow web to db tcp 5432}; what flows may be missing as well. */
    private Stream<Repair> arrow(List<Token> tokens, int i) {
        int flow = isPointer(tokens.get(i)) ? back(tokens, i, t -> t.getType() == McnetLexer.FLOW) : -1;
        if (flow < 0 || i < flow + 2
                || tokens.subList(flow, i).stream().anyMatch(t -> t.getType() == McnetLexer.ARROW))
            return Stream.empty();
        Token word = tokens.get(i);
        int last = endOfLine(tokens, i);
        boolean carries = tokens.subList(i, last + 1).stream().anyMatch(t -> isProtocol(t)
                || t.getType() == McnetLexer.USING || t.getType() == McnetLexer.ANY);
        List<Token> mended = new ArrayList<>(tokens);
        mended.set(i, TokenRepair.like(word, McnetLexer.ARROW, "->"));
        if (!carries)
            mended.add(last + 1, TokenRepair.like(tokens.get(last), McnetLexer.ANY, "any"));
        return told(mended, Diagnostic.error("MC0155", "a flow needs an arrow, not `" + word.getText() + "`",
                label(tokens, i, i)).why("the arrow points from the client to the server")
                .fix("write " + text(tokens, flow, i - 1) + " -> "
                        + (i == last ? "db" : text(tokens, i + 1, last)) + (carries ? "" : " tcp 5432")));
    }

    /** What stands in other sentences where a flow has its arrow. */
    private static boolean isPointer(Token token) {
        return switch (token.getType()) {
            case McnetLexer.ARROW, McnetLexer.TO, McnetLexer.REACHES, McnetLexer.BOTH -> true;
            default -> false;
        };
    }

    /** The last token of the line, without a bracket that closes what is around it. */
    private static int endOfLine(List<Token> tokens, int i) {
        int last = i;
        while (last + 1 < tokens.size() && tokens.get(last + 1).getLine() == tokens.get(i).getLine()
                && tokens.get(last + 1).getType() != Token.EOF && tokens.get(last + 1).getType() != McnetLexer.CLOSE)
            last++;
        return last;
    }

    /** {@code allow egress to internet}. */
    private Stream<Repair> outside(List<Token> tokens, int i) {
        if (tokens.get(i).getType() != McnetLexer.INTERNET || verdict(tokens, i) < 0)
            return Stream.empty();
        List<Token> mended = new ArrayList<>(tokens);
        mended.set(i, TokenRepair.like(tokens.get(i), McnetLexer.EXTERNAL, "external"));
        return told(mended, Diagnostic.error("MC0156", "a rule of an ACL cannot use `internet`",
                label(tokens, i, i))
                .why("for the server, everything that comes through the network's router is `external`, other"
                        + " networks included")
                .fix("write external, or addresses; only flow and expect can use internet"));
    }

    /** {@code flow tcp 80 web -> db}. */
    private Stream<Repair> serviceFirst(List<Token> tokens, int i) {
        int end = i > 0 && isProtocol(tokens.get(i)) ? endOfService(tokens, i) : -1;
        int last = endOfLine(tokens, i);
        if (end < 0 || end >= last || tokens.get(i - 1).getType() != McnetLexer.FLOW
                || isPointer(tokens.get(end + 1)))
            return Stream.empty();
        List<Token> mended = new ArrayList<>(tokens.subList(0, i));
        for (Token each : tokens.subList(end + 1, last + 1))
            mended.add(each.getType() == McnetLexer.TO ? TokenRepair.like(each, McnetLexer.ARROW, "->") : each);
        mended.addAll(tokens.subList(i, end + 1));
        mended.addAll(tokens.subList(last + 1, tokens.size()));
        return told(mended, Diagnostic.error("MC0158", "`" + text(tokens, i, end)
                + "` must come after the source and the destination of the flow", label(tokens, i, end))
                .why("the order in a flow is: source, destination, protocol and ports")
                .fix("write flow " + text(tokens, end + 1, last).replaceFirst("\\bto\\b", "->") + " "
                        + text(tokens, i, end)));
    }

    /** {@code rule { action = allow }}: as no sentence can be sure to say what was meant, it is left out. */
    Stream<Repair> table(List<Token> tokens, int guilty) {
        if (guilty < 2 || tokens.get(guilty - 1).getType() != McnetLexer.IS
                || !COLUMNS.contains(tokens.get(guilty - 2).getText()))
            return Stream.empty();
        int open = back(tokens, guilty, t -> t.getType() == McnetLexer.OPEN);
        if (open < 1 || !TABLES.contains(tokens.get(open - 1).getText()))
            return Stream.empty();
        int close = open + 1;
        while (close < tokens.size() && !isBracket(tokens.get(close)))
            close++;
        if (close == tokens.size() || tokens.get(close).getType() != McnetLexer.CLOSE)
            return Stream.empty();
        List<Token> mended = new ArrayList<>(tokens);
        mended.subList(open - 1, close + 1).clear();
        return told(mended,
                Diagnostic.error("MC0157", "a rule must be a sentence, not a block", label(tokens, open - 1, open))
                        .why("a rule has no braces; its parts follow each other")
                        .fix("write " + sentence(tokens, open, close)));
    }

    private static boolean isBracket(Token token) {
        return token.getType() >= McnetLexer.OPEN && token.getType() <= McnetLexer.CLOSE_PAREN;
    }

    private String sentence(List<Token> tokens, int open, int close) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = open + 1; i < close - 2; i++)
            if (tokens.get(i + 1).getType() == McnetLexer.IS)
                columns.putIfAbsent(tokens.get(i).getText().replace("_", ""),
                        tokens.get(i + 2).getText().replace("\"", ""));
        String key = tokens.get(open - 1).getText();
        String direction = key.endsWith("gress") ? key : columns.getOrDefault("direction", "ingress");
        String protocol = columns.getOrDefault("protocol", columns.containsKey("destinationport") ? "tcp" : "");
        return Stream.of(columns.getOrDefault("action", "allow"), direction, protocol,
                columns.getOrDefault("destinationport", columns.getOrDefault("port", "")),
                after("from", columns.getOrDefault("source", columns.getOrDefault("from", ""))),
                after("to", columns.getOrDefault("destination", columns.getOrDefault("to", ""))))
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" ")) + (columns.size() > 1 ? "" : " tcp 80");
    }

    private static String after(String word, String value) {
        return value.isEmpty() ? "" : word + " " + value;
    }

    /** Where the sentence begins whose part a token may be; below 0 where there is none. */
    private static int verdict(List<Token> tokens, int from) {
        int verdict = back(tokens, from, StatementRepair::isVerdict);
        return verdict >= 0 && isDirection(tokens.get(verdict + 1)) ? verdict : -1;
    }

    private static int back(List<Token> tokens, int from, java.util.function.Predicate<Token> desired) {
        for (int i = from - 1; i >= Math.max(0, from - REACH); i--)
            if (desired.test(tokens.get(i)))
                return i;
        return -1;
    }

    private static int endOfService(List<Token> tokens, int first) {
        boolean ports = tokens.get(first).getType() == McnetLexer.PROTOCOL;
        boolean type = tokens.get(first).getType() == McnetLexer.ICMP && isPort(tokens.get(first + 1));
        if (ports && isPort(tokens.get(first + 1)))
            return endOfPorts(tokens, first + 1);
        if (type)
            return tokens.get(first + 2).getType() == McnetLexer.LENGTH ? first + 2 : first + 1;
        return first;
    }

    private static int endOfPorts(List<Token> tokens, int first) {
        int last = first;
        while (isComma(tokens, last + 1) && isPort(tokens.get(last + 2)))
            last += 2;
        return last;
    }

    private static boolean isComma(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && tokens.get(i).getType() == McnetLexer.COMMA;
    }

    private static boolean isPort(Token token) {
        return token.getType() == McnetLexer.INT || token.getType() == McnetLexer.INT_RANGE;
    }

    private static boolean isProtocol(Token token) {
        return token.getType() == McnetLexer.PROTOCOL || token.getType() == McnetLexer.ICMP;
    }

    private static boolean isService(Token token) {
        return isProtocol(token) || token.getType() == McnetLexer.NAME;
    }

    private static boolean isReach(Token token) {
        return token.getType() == McnetLexer.FROM || token.getType() == McnetLexer.TO;
    }

    private static boolean isVerdict(Token token) {
        return token.getType() == McnetLexer.ALLOW || token.getType() == McnetLexer.REJECT
                || token.getType() == McnetLexer.DROP;
    }

    private static boolean isDirection(Token token) {
        return token.getType() == McnetLexer.INGRESS || token.getType() == McnetLexer.EGRESS;
    }

    private Stream<Repair> told(List<Token> mended, Diagnostic diagnostic) {
        return Stream.of(new Repair(mended, () -> found.add(diagnostic)));
    }

    private Label label(List<Token> tokens, int first, int last) {
        return new Label(span(tokens, first, last), "");
    }

    private String text(List<Token> tokens, int first, int last) {
        return span(tokens, first, last).text().replaceAll("\\s+", " ");
    }

    private Span span(List<Token> tokens, int first, int last) {
        int length = source.text().length();
        int start = Math.min(tokens.get(first).getStartIndex(), length);
        return new Span(source, start, Math.clamp(tokens.get(last).getStopIndex() + 1, start, length));
    }
}
