package mcnet.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page of a code: {@code ## MC0101 Title}, what it means, lines that begin with {@code Evidence:}, and, if there are
 * any, an example behind a line {@code Wrong:} and one behind {@code Right:}, each a fenced block.
 *
 * @param prose what it means, without what follows it
 * @param evidence the texts behind {@code Evidence:}, in any form
 */
public record CodePage(String code, String title, String prose, List<String> evidence, Optional<String> wrong,
        Optional<String> right) {
    private static final Pattern EVIDENCE = Pattern.compile("(?m)^Evidence: (.*)$\\R?");
    private static final Pattern WRONG = example("Wrong");
    private static final Pattern RIGHT = example("Right");

    private static Pattern example(String name) {
        return Pattern.compile("(?ms)^" + name + ":\\n```mcnet\\n(.*?)^```$\\R?");
    }

    /** @param section a page without its {@code ## } */
    static CodePage of(String section) {
        int line = section.indexOf('\n');
        String heading = section.substring(0, line);
        String body = section.substring(line).strip() + "\n";
        int blank = heading.indexOf(' ');
        List<String> evidence = EVIDENCE.matcher(body).results().map((MatchResult r) -> r.group(1)).toList();
        String prose = RIGHT.matcher(WRONG.matcher(EVIDENCE.matcher(body).replaceAll("")).replaceAll(""))
                .replaceAll("");
        return new CodePage(heading.substring(0, blank), heading.substring(blank + 1), prose.strip(), evidence,
                first(WRONG, body), first(RIGHT, body));
    }

    private static Optional<String> first(Pattern example, String body) {
        Matcher matcher = example.matcher(body);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
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
        wrong.ifPresent(w -> parts.add("Wrong:\n\n" + w.indent(4).stripTrailing()));
        right.ifPresent(r -> parts.add("Right:\n\n" + r.indent(4).stripTrailing()));
        return String.join("\n\n", parts);
    }
}
