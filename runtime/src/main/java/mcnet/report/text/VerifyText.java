package mcnet.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcnet.apply.ProbeResult;
import mcnet.diagnostic.ControlCharacters;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;

/** What was looked at and what was seen, object by object, and one line that counts. */
public final class VerifyText {
    private VerifyText() {}

    /** What is not ok, and with {@link TextOptions#verbose} what is. */
    public static TerminalText of(List<ProbeResult> all, TextOptions options) {
        if (all.isEmpty()) return TerminalText.of("Nothing to verify: the files declare nothing.").append('\n');
        List<ProbeResult> verified = options.verbose()
                ? all
                : all.stream().filter(v -> v.verdict().state() != Verdict.State.HOLDS).toList();
        Style style = options.style();
        Map<ResourceId, List<ProbeResult>> bySubject = new LinkedHashMap<>();
        for (ProbeResult v : verified) bySubject.computeIfAbsent(v.probe().subject(), s -> new ArrayList<>()).add(v);
        int width = verified.stream().mapToInt(v -> claim(v).length()).max().orElse(0);
        TerminalText text = new TerminalText();
        bySubject.forEach((subject, own) -> {
            text.append(style.bold(subject.toString())).append('\n');
            for (ProbeResult v : own) line(v, width, style, text);
        });
        if (!verified.isEmpty()) text.append('\n');
        return text.line(count(all));
    }

    private static String claim(ProbeResult verified) {
        return ControlCharacters.escaped(verified.probe().claim());
    }

    private static void line(ProbeResult v, int width, Style style, TerminalText text) {
        String claim = claim(v);
        Verdict verdict = v.verdict();
        text.append("  ").append(sign(verdict.state(), style)).append(' ').append(claim)
                .append(" ".repeat(width - claim.length() + 2)).append(style.faint(verdict.detail())).append('\n');
        if (!verdict.why().isEmpty()) text.append("          why: ").append(verdict.why()).append('\n');
        if (!verdict.fix().isEmpty()) text.append("          fix: ").append(verdict.fix()).append('\n');
    }

    private static TerminalText sign(Verdict.State state, Style style) {
        return switch (state) {
            case HOLDS -> style.good("ok     ");
            case FAILS -> style.bad("failed ");
            case NOT_ASKED -> style.warn("skipped");
            case UNKNOWN -> style.bad("unknown");
        };
    }

    /** {@code 20 ok, 0 failed, 1 skipped}; behind them what a member did not tell that did not answer. */
    public static String count(List<ProbeResult> verified) {
        long[] counts = new long[Verdict.State.values().length];
        for (ProbeResult v : verified) counts[v.verdict().state().ordinal()]++;
        long unknown = counts[Verdict.State.UNKNOWN.ordinal()];
        return "Verified: %d ok, %d failed, %d skipped".formatted(counts[0], counts[1], counts[2])
                + (unknown == 0 ? "" : ", " + unknown + " unknown");
    }
}
