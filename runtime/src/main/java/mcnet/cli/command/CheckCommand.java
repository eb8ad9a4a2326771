package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.ProgramOptions;
import mcnet.language.CompiledPrograms;
import mcnet.report.json.DiagnosticsJson;
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
        return ProgramOptions.add(new Options().addOption(CommonOptions.format()));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Boolean> json = CommonOptions.json(line, console);
        if (json.isEmpty()) return Exit.NOTHING_CHANGED;
        CommandInput.Checked checked = CommandInput.check(line, arguments);
        if (json.get()) {
            console.exact(DiagnosticsJson.of(checked.diagnostics()));
            return console.fails(checked.diagnostics()) ? Exit.NOTHING_CHANGED : Exit.DONE;
        }
        if (console.report(checked.diagnostics())) return Exit.NOTHING_CHANGED;
        for (CompiledPrograms.ClusterProgram stamp : checked.compiled().perCluster()) {
            int count = stamp.program().declarations().size();
            String where = checked.compiled().perCluster().size() > 1 ? " for cluster " + stamp.cluster() : "";
            console.out().println("ok: " + count + (count == 1 ? " declaration" : " declarations") + where);
        }
        return Exit.DONE;
    }
}
