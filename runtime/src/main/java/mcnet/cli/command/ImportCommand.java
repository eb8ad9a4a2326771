package mcnet.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.cli.Command;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.ImportOperation;
import mcnet.cli.source.ProgramTexts;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.preseed.PreseedImport;
import mcnet.schema.IndexFile;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet import}: what is there already, as a file that a person would have written. */
public final class ImportCommand implements Command {
    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "[--program NAME] [--out FILE] {[USER@]HOST | FILE… | --observed FILE | --from-preseed FILE}";
    }

    @Override
    public String summary() {
        return "Writes a .mcnet file from a cluster, or from a MicroCloud preseed";
    }

    @Override
    public Options options() {
        return CommonOptions.timeouts(new Options())
                .addOption(Option.builder().longOpt("from-preseed").hasArg().argName("FILE")
                        .desc("a preseed of MicroCloud 1, 2 or 3").get())
                .addOption(Option.builder().longOpt("observed").hasArg().argName("FILE")
                        .desc("import from a file of `mcnet observe` instead of the cluster").get())
                .addOption(Option.builder().longOpt("program").hasArg().argName("NAME")
                        .desc("the name of the program").get())
                .addOption(Option.builder().longOpt("out").hasArg().argName("FILE")
                        .desc("the new file to write; default: standard output").get())
                .addOption(CommonOptions.force());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        if (!line.hasOption("from-preseed")) {
            if (arguments.isEmpty() && !line.hasOption("observed"))
                throw new ParseException("missing source: a member's host, a file with a cluster, --observed"
                        + " FILE, or --from-preseed FILE");
            Optional<ImportOperation.Outcome> outcome = new ImportOperation(line, console).outcome(arguments);
            if (outcome.isEmpty()) return Exit.NOTHING_CHANGED;
            int status = written(outcome.get().text(), line, console);
            return outcome.get().partial() ? Exit.NOTHING_CHANGED : status;
        }
        if (!arguments.isEmpty() || line.hasOption("observed"))
            throw new ParseException("--from-preseed takes one file and no other argument");
        ProgramTexts sources = ProgramTexts.file(line.getOptionValue("from-preseed"));
        if (console.report(sources.problems())) return Exit.NOTHING_CHANGED;
        PreseedImport imported = PreseedImport.of(sources.texts().getFirst(),
                line.getOptionValue("program", "microcloud"),
                IndexFile.shipped());
        if (console.report(imported.diagnostics())) return Exit.NOTHING_CHANGED;
        return written(imported.text(), line, console);
    }

    private static int written(String text, CommandLine line, Console console) {
        if (!line.hasOption("out")) {
            console.exact(text);
            return Exit.DONE;
        }
        Path file = Path.of(line.getOptionValue("out"));
        try {
            OutputFile.create(file, text, CommonOptions.force(line));
            return Exit.DONE;
        } catch (FileException e) {
            console.report(List.of(e.diagnostic()));
        }
        return Exit.NOTHING_CHANGED;
    }
}
