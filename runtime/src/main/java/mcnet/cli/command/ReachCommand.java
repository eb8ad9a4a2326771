package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.Format;
import mcnet.cli.FormatOption;
import mcnet.cli.KnownKinds;
import mcnet.cli.ProgramOptions;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.lower.FlowRules;
import mcnet.model.Expectation;
import mcnet.reach.verdict.ReachAnswer;
import mcnet.reach.verdict.ReachMatrix;
import mcnet.reach.verdict.ReachVerdict;
import mcnet.reach.verdict.Reachability;
import mcnet.report.json.ReachJson;
import mcnet.report.page.MatrixPage;
import mcnet.report.text.MatrixText;
import mcnet.report.text.ReachText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet reach}: who can reach whom, by the files alone. */
public final class ReachCommand implements Command {
    private static final String FILE = ".mcnet";

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public String usage() {
        return "[--format text|json] [--cluster NAME] FROM TO [tcp 443 | using SERVICE] [FILE.mcnet…]\n"
                + "       mcnet reach --matrix [--format text|markdown|json|html] [--cluster NAME] [FILE.mcnet…]";
    }

    @Override
    public String summary() {
        return "Shows who can reach whom, on which way, and which rules decide; needs no cluster";
    }

    @Override
    public Options options() {
        return ProgramOptions.addWithCluster(new Options()
                .addOption(Option.builder().longOpt("matrix").desc("all networks, uplinks and the internet against each"
                        + " other").get())
                .addOption(Option.builder().longOpt("format").hasArg().argName("text|json|markdown|html")
                        .desc("output format; default: text").get()));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        List<String> files = arguments.stream().filter(a -> a.endsWith(FILE)).toList();
        List<String> words = arguments.stream().filter(a -> !a.endsWith(FILE)).toList();
        return line.hasOption("matrix") ? matrix(line, words, files, console) : answer(line, words, files, console);
    }

    private static int matrix(CommandLine line, List<String> words, List<String> files, Console console)
            throws ParseException {
        if (!words.isEmpty()) throw new ParseException("--matrix asks about all; remove " + words.getFirst());
        Optional<Format<ReachMatrix>> format = matrices().read(line, console);
        if (format.isEmpty()) return Exit.NOTHING_CHANGED;
        Optional<CompiledPrograms.ClusterProgram> program = program(line, files, Optional.empty(), console);
        if (program.isEmpty()) return Exit.NOTHING_CHANGED;
        format.get().print(ReachMatrix.of(reach(program.get(), line)), line, console);
        return Exit.DONE;
    }

    private static int answer(CommandLine line, List<String> words, List<String> files, Console console)
            throws ParseException {
        if (words.size() < 2) throw new ParseException("reach needs FROM and TO, such as: mcnet reach web db tcp 5432");
        Optional<Format<ReachAnswer>> format = answers().read(line, console);
        if (format.isEmpty()) return Exit.NOTHING_CHANGED;
        String kinds = String.join(" ", words.subList(2, words.size()));
        Source question = new Source("mcnet reach", "expect { " + words.getFirst() + " reaches " + words.get(1) + " "
                + kinds + " }\n");
        Optional<CompiledPrograms.ClusterProgram> program = program(line, files, Optional.of(question), console);
        if (program.isEmpty()) return Exit.NOTHING_CHANGED;
        Reachability reach = reach(program.get(), line);
        Expectation asked = program.get().program().expectations().stream()
                .filter(e -> e.span().source() == question).findFirst().orElseThrow();
        ReachAnswer answer = ReachAnswer.of(words.getFirst(), words.get(1), kinds,
                reach.answers(asked.from().getFirst(), asked.to().getFirst(), asked.traffic()), reach)
                .withListeners(reach.answersByListeners(asked.from().getFirst(), asked.to().getFirst(),
                        asked.traffic()));
        format.get().print(answer, line, console);
        return switch (answer.verdict()) {
            case YES -> Exit.DONE;
            case NO, PARTLY -> Exit.DIFFERENCES;
            case UNKNOWN -> Exit.NOTHING_CHANGED;
        };
    }

    private static Reachability reach(CompiledPrograms.ClusterProgram program, CommandLine line) {
        return Reachability.of(FlowRules.lowered(program.program(), KnownKinds.of(line).index()));
    }

    /** The program of one cluster, with the question in it. */
    private static Optional<CompiledPrograms.ClusterProgram> program(CommandLine line, List<String> files,
            Optional<Source> question, Console console) throws ParseException {
        CommandInput.Checked checked = CommandInput.ask(line, files, question);
        if (console.fails(checked.diagnostics())) {
            console.report(checked.diagnostics());
            return Optional.empty();
        }
        List<CompiledPrograms.ClusterProgram> chosen = CommandInput.chosen(checked.compiled(),
                line.getOptionValue("cluster", ""), console);
        if (chosen.size() > 1)
            throw new ParseException("the program has several clusters; choose one: --cluster "
                    + chosen.getFirst().cluster());
        return chosen.stream().findFirst();
    }

    private static FormatOption<ReachAnswer> answers() {
        return FormatOption.of(Format.text("text", (answer, layout) -> ReachText.of(answer, layout.style())),
                Format.file("json", ReachJson::of));
    }

    private static FormatOption<ReachMatrix> matrices() {
        return FormatOption.of(Format.text("text", (matrix, layout) -> MatrixText.of(matrix, layout.style())),
                Format.file("markdown", MatrixText::markdown), Format.file("json", ReachJson::of),
                Format.file("html", MatrixPage::of));
    }
}
