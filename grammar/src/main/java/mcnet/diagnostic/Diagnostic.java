package mcnet.diagnostic;

import java.util.List;

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

    public Diagnostic {
        labels = List.copyOf(labels);
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

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
