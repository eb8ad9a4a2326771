package mcnet.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a code: {@code ## MC0101 Title}, what it means, lines that begin with {@code Evidence:}, and, if there are
 * any, an example behind a line {@code Wrong:}, one behind {@code Right:}, and behind {@code Situation:} the message of a
 * recorded case, each a fenced block.
 *
 * @param prose what it means, without what follows it
 * @param evidence the texts behind {@code Evidence:}, in any form
 * @param situation a message as mcnet printed it, for a code that no file shows
 */
public record CodePage(String code, String title, String prose, List<String> evidence, Optional<Example> wrong,
        Optional<Example> right, Optional<Example> situation) {
    private static final Pattern EVIDENCE = Pattern.compile("(?m)^Evidence: (.*)$\\R?");
    private static final Pattern EXAMPLE = Pattern
            .compile("(?ms)^(Wrong|Right|Situation):\\n```(mcnet|yaml|ini|text)\\n(.*?)^```$\\R?");

    /**
     * A fenced block.
     *
     * @param language that of the fence: {@code mcnet}, {@code yaml}, {@code ini} or {@code text}
     */
    public record Example(String language, String text) {
        private String indented() {
            return text.lines().map(line -> line.isEmpty() ? line : "    " + line).collect(Collectors.joining("\n"));
        }
    }

    /** @param section a page without its {@code ## } */
    static CodePage of(String section) {
        int line = section.indexOf('\n');
        String heading = section.substring(0, line);
        String body = section.substring(line).strip() + "\n";
        int blank = heading.indexOf(' ');
        List<String> evidence = EVIDENCE.matcher(body).results().map((MatchResult r) -> r.group(1)).toList();
        String prose = EXAMPLE.matcher(EVIDENCE.matcher(body).replaceAll("")).replaceAll("").strip();
        return new CodePage(heading.substring(0, blank), heading.substring(blank + 1), prose, evidence,
                first("Wrong", body), first("Right", body), first("Situation", body));
    }

    private static Optional<Example> first(String name, String body) {
        return EXAMPLE.matcher(body).results().filter(found -> found.group(1).equals(name)).findFirst()
                .map(found -> new Example(found.group(2), found.group(3)));
    }

    /** What its evidence is; lines in no known form are left out. */
    public List<Evidence> probes() {
        return evidence.stream().flatMap(e -> Evidence.of(e).stream()).toList();
    }

    /** As {@code mcnet explain} shows it. */
    public String text() {
        List<String> parts = new ArrayList<>(List.of(code + " " + title, prose));
        if (!evidence.isEmpty())
            parts.add(evidence.stream().map(e -> "Evidence: " + e).collect(Collectors.joining("\n")));
        wrong.ifPresent(w -> parts.add("Wrong:\n\n" + w.indented()));
        right.ifPresent(r -> parts.add("Right:\n\n" + r.indented()));
        situation.ifPresent(s -> parts.add("Situation:\n\n" + s.indented()));
        return String.join("\n\n", parts);
    }
}
