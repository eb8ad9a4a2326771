package mcnet.report.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How it is known that what a page says is so: the text behind {@code Evidence:}, in one of five forms. */
public sealed interface Evidence {

    /**
     * {@code LXD 5.0.2 answers `No free IPs available`, `…`.} A release was seen to say each of these; {@code …} stands for
     * any text.
     *
     * @param program the server and its release
     */
    record Refusal(String program, List<String> words) implements Evidence {}

    /** {@code LXD 5.0.2 accepts it; our choice: two machines would answer for one address.} The server takes it without a word. */
    record Acceptance(String program, String reason) implements Evidence {}

    /** {@code LXD 5.21.7, `lxd/network/driver_ovn.go`, `Validate`: `words`.} With the error that is written there, if any. */
    record SourceCode(String program, String path, String function, Optional<String> words) implements Evidence {}

    /** {@code RFC 4291, section 2.1.}, or {@code the message, which shows ssh's answer.} */
    record Document(String where) implements Evidence {}

    /** {@code our choice: nobody could tell which one is meant.} */
    record OwnChoice(String reason) implements Evidence {}

    /** A release such as {@code LXD 5.0.2} or {@code OpenSSH 9.2}. */
    String PROGRAM = "(\\p{Alpha}[\\w-]* \\d[\\w.]*)";
    String WORDS = "`([^`]+)`";
    Pattern REFUSAL = Pattern.compile(PROGRAM + " answers (" + WORDS + "(?:, " + WORDS + ")*)\\.");
    Pattern ACCEPTANCE = Pattern.compile(PROGRAM + " accepts it; our choice: (.+)\\.");
    Pattern SOURCE = Pattern
            .compile(PROGRAM + ", `([\\w.@-]+(?:/[\\w.@-]+)*\\.\\w+)`, `([\\w.]+)`(?:: " + WORDS + ")?\\.");
    Pattern DOCUMENT = Pattern.compile("(RFC \\d+, section [\\d.]*\\d|the message, which shows .+)\\.");
    Pattern CHOICE = Pattern.compile("our choice: (.+)\\.");

    /** @return empty where the text has none of the forms */
    static Optional<Evidence> of(String text) {
        Matcher refusal = REFUSAL.matcher(text);
        if (refusal.matches())
            return Optional.of(new Refusal(refusal.group(1), Pattern.compile(WORDS)
                    .matcher(refusal.group(2)).results().map((MatchResult r) -> r.group(1)).toList()));
        Matcher acceptance = ACCEPTANCE.matcher(text);
        if (acceptance.matches()) return Optional.of(new Acceptance(acceptance.group(1), acceptance.group(2)));
        Matcher source = SOURCE.matcher(text);
        if (source.matches())
            return Optional.of(new SourceCode(source.group(1), source.group(2), source.group(3),
                    Optional.ofNullable(source.group(4))));
        Matcher document = DOCUMENT.matcher(text);
        if (document.matches()) return Optional.of(new Document(document.group(1)));
        Matcher choice = CHOICE.matcher(text);
        return choice.matches() ? Optional.of(new OwnChoice(choice.group(1))) : Optional.empty();
    }
}
