package mcnet.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that is wrong, said so that a person can mend it: what, where, why, and what to do.
 *
 * @param code stable name of the rule, {@code MC0312}
 * @param message one sentence: what is wrong
 * @param labels every place that takes part, the guilty one first; empty where no file is concerned
 * @param why the reason of the rule, or empty
 * @param fix what to do, or empty
 */
public record Diagnostic(Severity severity, String code, String message, List<Label> labels, String why, String fix) {
    /** A long way is not shown whole. */
    private static final int MOST = 6;

    public Diagnostic {
        labels = withWays(labels);
    }

    /** Every place on the way to a place takes part as well. */
    private static List<Label> withWays(List<Label> labels) {
        List<Label> all = new ArrayList<>(labels);
        for (Label label : labels)
            for (ExpansionTrace via = label.span().via(); via != null && all.size() < MOST; via = via.at().via()) {
                Span at = via.at();
                if (all.stream().noneMatch(l -> l.span().isSamePlace(at)))
                    all.add(new Label(at, via.what()));
            }
        return List.copyOf(all);
    }

    public static Diagnostic error(String code, String message, Label... labels) {
        return new Diagnostic(Severity.ERROR, code, message, List.of(labels), "", "");
    }

    public static Diagnostic warning(String code, String message, Label... labels) {
        return new Diagnostic(Severity.WARNING, code, message, List.of(labels), "", "");
    }

    public Diagnostic why(String reason) {
        return new Diagnostic(severity, code, message, labels, reason, fix);
    }

    public Diagnostic fix(String advice) {
        return new Diagnostic(severity, code, message, labels, why, advice);
    }

    /** The same, as bad as that. */
    public Diagnostic as(Severity other) {
        return new Diagnostic(other, code, message, labels, why, fix);
    }

    /** The same with its texts in other words. */
    public Diagnostic in(UnaryOperator<String> words) {
        return new Diagnostic(severity, code, words.apply(message), labels, words.apply(why), words.apply(fix));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
