package mcnet.report.text;

import java.util.List;
import mcnet.reach.packet.BoxText;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.verdict.Hop;
import mcnet.reach.verdict.PairAnswer;
import mcnet.reach.verdict.ReachAnswer;
import mcnet.reach.verdict.ReachVerdict;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** Who reaches whom, in words. */
public final class ReachText {
    /** More parts than that are counted. */
    private static final int MOST = 8;

    private ReachText() {}

    public static TerminalText of(ReachAnswer answer, Style style) {
        TerminalText text = TerminalText.of("").append(style.bold(word(answer.verdict()))).append(": ")
                .append(answer.from()).append(" ").append(verb(answer.verdict())).append(" ").append(answer.to())
                .line(answer.kinds().isEmpty() ? "" : " with " + answer.kinds());
        if (answer.verdict() == ReachVerdict.PARTLY) {
            parts("arrives", answer.certain(), answer, text);
            parts("does not arrive", answer.stopped(), answer, text);
        }
        answer.arrives().ifPresent(traced -> packet(traced, "arrives", text));
        answer.stops().ifPresent(traced -> packet(traced, "does not arrive", text));
        if (answer.arrives().isEmpty() && answer.stops().isEmpty() && answer.reasons().isEmpty())
            text.line("  the two have no address family in common that this traffic belongs to");
        for (PairAnswer way : answer.byListeners()) listener(way, text);
        answer.reasons().forEach(r -> text.append("  not known: ").line(r));
        answer.assumptions().forEach(a -> text.append(style.faint("  assumed: ")).line(a));
        return text;
    }

    private static String word(ReachVerdict verdict) {
        return switch (verdict) {
            case YES -> "yes";
            case NO -> "no";
            case PARTLY -> "partly";
            case UNKNOWN -> "not known";
        };
    }

    private static String verb(ReachVerdict verdict) {
        return switch (verdict) {
            case YES, PARTLY -> "reaches";
            case NO -> "does not reach";
            case UNKNOWN -> "may reach";
        };
    }

    private static void listener(PairAnswer way, TerminalText text) {
        boolean certain = !way.certain().isEmpty();
        text.append("  by ").append(way.to().title()).append(": ")
                .append(String.join(", ", BoxText.kinds(certain ? way.certain() : way.possible())))
                .line(certain ? " arrives" : " may arrive: " + String.join("; ", way.reasons()));
    }

    /** Without addresses where they make no difference. */
    private static void parts(String what, PacketSet packets, ReachAnswer answer, TerminalText text) {
        boolean everywhere = packets.contains(answer.asked().intersection(BoxText.anywhere(packets)));
        List<String> all = everywhere ? BoxText.kinds(packets) : BoxText.of(packets);
        text.append("  ").append(what).line(":");
        all.stream().limit(MOST).forEach(part -> text.append("    ").line(part));
        if (all.size() > MOST) text.append("    and ").append(all.size() - MOST).line(" more parts");
    }

    private static void packet(ReachAnswer.TracedPacket traced, String what, TerminalText text) {
        text.append("  example: ").append(traced.packet().text()).append(" ").line(what);
        for (Hop hop : traced.hops())
            text.append("    ").append(hop.text())
                    .line(hop.decision().span().map(s -> " (" + SourceLocation.of(s) + ")").orElse(""));
        if (!traced.why().isEmpty()) text.append("    ").line(traced.why());
    }
}
