package mcnet.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcnet.apply.Verified;
import mcnet.diagnostic.ControlCharacters;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** What was looked at and what was seen, object by object, and one line that counts. */
public final class VerifyText {
    private VerifyText() {}

    public static TerminalText of(List<Verified> verified, Style style) {
        Map<ResourceId, List<Verified>> bySubject = new LinkedHashMap<>();
        for (Verified v : verified) bySubject.computeIfAbsent(v.proof().subject(), s -> new ArrayList<>()).add(v);
        int width = verified.stream().mapToInt(v -> claim(v).length()).max().orElse(0);
        TerminalText text = new TerminalText();
        bySubject.forEach((subject, own) -> {
            text.append(style.bold(subject.toString())).append('\n');
            for (Verified v : own) {
                String claim = claim(v);
                text.append("  ").append(sign(v.verdict().state(), style)).append(' ').append(claim)
                        .append(" ".repeat(width - claim.length() + 2)).append(style.faint(v.verdict().detail()))
                        .append('\n');
            }
        });
        return text.append('\n').line(count(verified));
    }

    private static String claim(Verified verified) {
        return ControlCharacters.escaped(verified.proof().claim());
    }

    private static TerminalText sign(Verdict.State state, Style style) {
        return switch (state) {
            case HOLDS -> style.good("ok  ");
            case FAILS -> style.bad("FAIL");
            case NOT_ASKED -> style.warn("?   ");
        };
    }

    /** {@code Verified: 20 hold, 0 fail, 1 not asked.} */
    public static String count(List<Verified> verified) {
        long[] counts = new long[3];
        for (Verified v : verified) counts[v.verdict().state().ordinal()]++;
        return "Verified: %d hold, %d fail, %d not asked.".formatted(counts[0], counts[1], counts[2]);
    }
}
