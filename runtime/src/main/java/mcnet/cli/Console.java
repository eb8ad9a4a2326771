package mcnet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;
import mcnet.diagnostic.ControlCharacters;
import mcnet.diagnostic.Diagnostic;
import mcnet.report.Snippets;
import mcnet.report.Style;
import mcnet.report.TerminalStream;

/**
 * Where a command speaks: results on {@code out}, everything else on {@code err}. What is printed there is escaped; what
 * other programs read goes {@link #exact}.
 *
 * @param interactive a person sits at a terminal and can be asked
 */
public record Console(TerminalStream out, TerminalStream err, Style style, boolean interactive) {

    public Console(PrintStream out, PrintStream err, Style style, boolean interactive) {
        this(new TerminalStream(out), new TerminalStream(err), style, interactive);
    }

    public static Console system() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        return new Console(System.out, System.err, terminal && !plain ? Style.COLOUR : Style.PLAIN, terminal);
    }

    /**
     * A result that is a file's text: a program, JSON, a patch. A pipe gets it to the letter; on a terminal, where nobody
     * but a person reads it, nothing in it is obeyed.
     */
    public void exact(String text) {
        out.exact().print(interactive ? ControlCharacters.escapedFile(text) : text);
        out.exact().flush();
    }

    /** Prints diagnostics to {@code err} and says whether one of them is an error. */
    public boolean report(List<Diagnostic> diagnostics) {
        if (!diagnostics.isEmpty()) err.print(new Snippets(style).all(diagnostics));
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** Asks a question that only {@code yes} answers. */
    public boolean confirm(String question) {
        err.lines(question + " ");
        err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in)).readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            return false;
        }
    }
}
