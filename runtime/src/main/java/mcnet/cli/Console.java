package mcnet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.ControlCharacters;
import mcnet.diagnostic.Diagnostic;
import mcnet.file.FileException;
import mcnet.file.Output;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalStream;
import mcnet.report.terminal.TextOptions;
import mcnet.report.text.DiagnosticText;
import mcnet.report.text.TraceText;
import org.apache.commons.cli.CommandLine;

/**
 * Where a command speaks: results on {@code out}, everything else on {@code err}. What is printed there is escaped; what
 * other programs read goes {@link #exact}.
 *
 * @param interactive a person sits at a terminal and can be asked
 * @param width columns of the terminal
 * @param outputs what must be whole when the command ends: standard output, and the logs that were opened
 * @param strict warnings are as bad as errors
 */
public record Console(TerminalStream out, TerminalStream err, Style style, boolean interactive, int width,
        List<Output> outputs, boolean strict) {

    public Console(PrintStream out, PrintStream err, Style style, boolean interactive) {
        this(new TerminalStream(out), new TerminalStream(err), style, interactive, TextOptions.WIDTH,
                new ArrayList<>(), false);
    }

    /** The same, that takes warnings for errors. */
    Console taking(boolean warningsForErrors) {
        return new Console(out, err, style, interactive, width, outputs, warningsForErrors);
    }

    public static Console system() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        boolean plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
        Output out = Output.standard();
        return new Console(new TerminalStream(out), new TerminalStream(System.err),
                terminal && !plain ? Style.COLOUR : Style.PLAIN, terminal,
                terminal ? columns() : TextOptions.WIDTH, new ArrayList<>(List.of(out)), false);
    }

    /** As the launcher found it. */
    private static int columns() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Math.max(40, Integer.parseInt(columns)) : TextOptions.WIDTH;
    }

    /** How a command's results are laid out. */
    public TextOptions layout(CommandLine line) {
        return new TextOptions(style, width, line.hasOption("verbose"));
    }

    /** Opens a log of calls. */
    Output log(Path file) throws FileException {
        Output log = Output.log(file, TraceText.CONTENT);
        outputs.add(log);
        return log;
    }

    /**
     * Looks at the end whether all that was printed arrived.
     *
     * @param status of the command
     * @return the exit status; that of a failure says more than a missing output
     */
    int end(int status) {
        boolean speaks = status != Exit.DONE && status != Exit.DIFFERENCES;
        for (Output output : outputs) {
            if (output.failure().isEmpty()) continue;
            if (output.lostItsReader()) return speaks ? status : Exit.NO_READER;
            report(List.of(Diagnostic.error("MC0017", "cannot write " + output.name())
                    .why(output.failure().get().getMessage() + "; its content is incomplete")
                    .fix("check the path and the free space there: df -h")));
            if (!speaks) return Exit.OUTPUT;
        }
        return status;
    }

    /**
     * A result that is a file's text: a program, JSON, a patch. A pipe gets it to the letter; on a terminal, where nobody
     * but a person reads it, nothing in it is obeyed.
     */
    public void exact(String text) {
        out.exact().print(interactive ? ControlCharacters.escapedFile(text) : text);
        out.exact().flush();
    }

    /** Prints diagnostics to {@code err} and says whether the command ends because of them. */
    public boolean report(List<Diagnostic> diagnostics) {
        if (!diagnostics.isEmpty()) err.print(new DiagnosticText(style).all(diagnostics));
        if (fails(diagnostics) && diagnostics.stream().noneMatch(Diagnostic::isError))
            err.println("mcnet: --strict treats warnings as errors");
        return fails(diagnostics);
    }

    /** Whether the command ends because of them: one is an error, or any is there and warnings are as bad. */
    public boolean fails(List<Diagnostic> diagnostics) {
        return strict ? !diagnostics.isEmpty() : diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /** Asks a question that only {@code yes} answers. */
    public boolean confirm(String question) {
        err.lines(question + " ");
        err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            return false;
        }
    }
}
