package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.ProgramOptions;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.FormatResult;
import mcnet.grammar.format.Formatter;
import mcnet.grammar.tree.Item;
import mcnet.language.CompiledPrograms;
import mcnet.language.print.ItemText;
import mcnet.model.ClusterConnection;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.preseed.PreseedExport;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet print}: the program after imports, blueprints, loops and conditions, as a file that says the same. */
public final class PrintCommand implements Command {
    @Override
    public String name() {
        return "print";
    }

    @Override
    public String usage() {
        return "[--preseed [--preseed-version 1|2|3]] [--cluster NAME] [--set NAME=VALUE] [--set-file FILE] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows the program after imports, blueprints and loops, as one plain file or as a MicroCloud preseed";
    }

    @Override
    public Options options() {
        return ProgramOptions.addWithCluster(new Options()
                .addOption(
                        Option.builder().longOpt("preseed").desc("print a preseed for MicroCloud's"
                                + " initialisation").get())
                .addOption(Option.builder().longOpt("preseed-version").hasArg().argName("1|2|3")
                        .desc("the version of MicroCloud; default: 3").get()));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        if (line.hasOption("preseed")) return preseed(line, arguments, console);
        CommandInput.Checked checked = CommandInput.check(line, arguments);
        if (console.report(checked.diagnostics())) return Exit.NOTHING_CHANGED;
        List<Item> items = checked.compiled().items();
        if (line.hasOption("cluster")) {
            List<CompiledPrograms.ClusterProgram> chosen = CommandInput.chosen(checked.compiled(),
                    line.getOptionValue("cluster"), console);
            if (chosen.isEmpty()) return Exit.NOTHING_CHANGED;
            items = chosen.getFirst().items();
        }
        FormatResult plain = Formatter.format(new Source("print", ItemText.of(items)));
        console.exact(plain.text());
        return console.report(plain.diagnostics()) ? Exit.NOTHING_CHANGED : Exit.DONE;
    }

    private static int preseed(CommandLine line, List<String> arguments, Console console) throws ParseException {
        String version = line.getOptionValue("preseed-version", Integer.toString(PreseedExport.LATEST));
        if (!version.matches("[123]"))
            throw new ParseException("--preseed-version must be 1, 2 or 3,"
                    + " not " + version);
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.oneCluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        Program program = input.get().program();
        PreseedExport exported = PreseedExport.of(program, program.find(KindName.CLUSTER, cluster.get().name()).get(),
                Integer.parseInt(version));
        if (console.report(exported.diagnostics())) return Exit.NOTHING_CHANGED;
        console.exact(exported.text());
        return Exit.DONE;
    }
}
