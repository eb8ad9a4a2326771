package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.Format;
import mcnet.cli.FormatOption;
import mcnet.cli.ProgramOptions;
import mcnet.language.CompiledPrograms;
import mcnet.report.json.DiagnosticsJson;
import mcnet.report.terminal.TerminalText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet check}: what is wrong with the files, without any cluster. */
public final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "[--format text|json] [--set NAME=VALUE] [--set-file FILE] [FILE…]";
    }

    @Override
    public String summary() {
        return "Checks the files for errors; needs no cluster";
    }

    @Override
    public Options options() {
        return ProgramOptions.add(new Options().addOption(formats().option()));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Format<CommandInput.Checked>> format = formats().read(line, console);
        if (format.isEmpty()) return Exit.NOTHING_CHANGED;
        CommandInput.Checked checked = CommandInput.check(line, arguments);
        boolean fails = console.fails(checked.diagnostics());
        if (format.get().forPeople()) console.report(checked.diagnostics());
        if (!fails || !format.get().forPeople()) format.get().print(checked, line, console);
        return fails ? Exit.NOTHING_CHANGED : Exit.DONE;
    }

    private static TerminalText counts(CommandInput.Checked checked) {
        TerminalText text = new TerminalText();
        for (CompiledPrograms.ClusterProgram each : checked.compiled().perCluster()) {
            int count = each.program().declarations().size();
            String where = checked.compiled().perCluster().size() > 1 ? " for cluster " + each.cluster() : "";
            text.line("ok: " + count + (count == 1 ? " declaration" : " declarations") + where);
        }
        return text;
    }

    private static FormatOption<CommandInput.Checked> formats() {
        return FormatOption.of(
                Format.text("text", (checked, _) -> counts(checked)),
                Format.file("json", checked -> DiagnosticsJson.of(checked.diagnostics())));
    }
}
