package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.report.DiagnosticsJson;
import mcnet.lang.Compiled;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet check}: what is wrong with the files, without any cluster. */
final class CheckCommand implements Command {
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
        return "Says what is wrong with the files; needs no cluster";
    }

    @Override
    public Options options() {
        return ProgramFlags.add(new Options().addOption(Flags.format()));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Boolean> json = Flags.json(line, console);
        if (json.isEmpty()) return Exit.NOTHING_CHANGED;
        Input.Checked checked = Input.check(line, arguments);
        if (json.get()) {
            console.exact(DiagnosticsJson.of(checked.diagnostics()));
            return console.fails(checked.diagnostics()) ? Exit.NOTHING_CHANGED : Exit.DONE;
        }
        if (console.report(checked.diagnostics())) return Exit.NOTHING_CHANGED;
        for (Compiled.Stamp stamp : checked.compiled().stamps()) {
            int count = stamp.program().declarations().size();
            String where = checked.compiled().stamps().size() > 1 ? " for cluster " + stamp.cluster() : "";
            console.out().println("ok: " + count + (count == 1 ? " declaration" : " declarations") + where);
        }
        return Exit.DONE;
    }
}
