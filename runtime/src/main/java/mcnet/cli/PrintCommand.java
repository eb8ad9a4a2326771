package mcnet.cli;

import java.util.List;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.lang.Plain;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet print}: the program after imports, blueprints, loops and conditions, as a file that says the same. */
final class PrintCommand implements Command {
    @Override
    public String name() {
        return "print";
    }

    @Override
    public String usage() {
        return "[--set NAME=VALUE] [--set-file FILE] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows the program after imports, blueprints and loops, as one plain file";
    }

    @Override
    public Options options() {
        return ProgramFlags.add(new Options());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Input.Checked checked = Input.check(line, arguments);
        if (console.report(checked.diagnostics())) return Exit.NOTHING_CHANGED;
        console.out().print(Formatter.format(new Source("print", Plain.of(checked.compiled().items()))).text());
        return Exit.DONE;
    }
}
