package mcnet.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mcnet.cli.Command;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.source.ProgramTexts;
import mcnet.cli.source.TextFile;
import mcnet.diagnostic.Source;
import mcnet.file.FileException;
import mcnet.file.InputFile;
import mcnet.file.OutputFile;
import mcnet.grammar.format.FormatResult;
import mcnet.grammar.format.Formatter;
import mcnet.language.load.UnreadableFile;
import mcnet.report.text.Diff;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code mcnet fmt}: every file in its one form. */
public final class FmtCommand implements Command {
    private static final String STANDARD_INPUT = "-";

    @Override
    public String name() {
        return "fmt";
    }

    @Override
    public String usage() {
        return "[--check | --diff] [FILE… | -]";
    }

    @Override
    public String summary() {
        return "Formats the files in the standard layout; - reads standard input";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(
                        Option.builder().longOpt("check").desc("list the files with another layout, exit with"
                                + " 2").get())
                .addOption(Option.builder().longOpt("diff").desc("show what would change, without changing"
                        + " anything").get())
                .addOption(CommonOptions.strict());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) {
        if (arguments.equals(List.of(STANDARD_INPUT))) return standardInput(console);
        ProgramTexts sources = ProgramTexts.read(arguments);
        boolean wrong = console.report(sources.problems());
        boolean otherwise = false;
        for (Source source : sources.texts()) {
            FormatResult formatted = Formatter.format(source);
            wrong |= console.report(formatted.diagnostics());
            if (formatted.text().equals(source.text())) continue;
            otherwise = true;
            if (line.hasOption("diff")) console.exact(Diff.of(source.name(), source.text(), formatted.text()));
            else if (line.hasOption("check") || write(source, formatted, console)) console.out().println(source.name());
            else
                wrong = true;
        }
        if (wrong) return Exit.NOTHING_CHANGED;
        return otherwise && line.hasOption("check") ? Exit.DIFFERENCES : Exit.DONE;
    }

    private static boolean write(Source source, FormatResult formatted, Console console) {
        try {
            OutputFile.rewrite(Path.of(source.name()), source.text(), formatted.text());
            return true;
        } catch (FileException e) {
            return !console.report(List.of(e.diagnostic()));
        }
    }

    private static int standardInput(Console console) {
        try {
            Source source = TextFile.read("standard input", System.in);
            FormatResult formatted = Formatter.format(source);
            boolean wrong = console.report(formatted.diagnostics());
            console.exact(formatted.text());
            return wrong ? Exit.NOTHING_CHANGED : Exit.DONE;
        } catch (UnreadableFile e) {
            console.report(List.of(e.diagnostic()));
            return Exit.NOTHING_CHANGED;
        } catch (IOException e) {
            console.report(List.of(ProgramTexts.unreadable(Path.of("standard input"), e)));
            return Exit.NOTHING_CHANGED;
        }
    }
}
