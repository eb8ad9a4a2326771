package mcnet.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.apply.Journal;
import mcnet.cli.Command;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.source.ProgramTexts;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Item;
import mcnet.report.text.JournalText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet log}: what an apply on this machine sent, and what came back. */
public final class LogCommand implements Command {
    @Override
    public String name() {
        return "log";
    }

    @Override
    public String usage() {
        return "[--list] [--all] [NUMBER] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows the calls and answers of the last apply of the program; NUMBER 2 is the one before";
    }

    @Override
    public Options options() {
        return new Options().addOption(Option.builder().longOpt("list").desc("list the runs, newest first").get())
                .addOption(
                        Option.builder().longOpt("all").desc("the runs of all programs, not only of this one").get());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        boolean numbered = !arguments.isEmpty() && arguments.getFirst().matches("-?\\d+");
        String desired = numbered ? arguments.getFirst() : "1";
        List<String> files = numbered ? arguments.subList(1, arguments.size()) : arguments;
        if (line.hasOption("all") && !files.isEmpty()) throw new ParseException("--all takes no file");
        Optional<String> program = line.hasOption("all") ? Optional.of("") : program(files, console);
        if (program.isEmpty()) return Exit.NOTHING_CHANGED;
        try {
            List<Path> all = runs(program.get());
            if (all.isEmpty()) {
                console.out().println("No apply" + (program.get().isEmpty()
                        ? ""
                        : " of program " + program.get()) + " was run on this machine by this user.");
                return Exit.DONE;
            }
            if (line.hasOption("list")) {
                for (int i = 0; i < all.size(); i++) console.out().println(JournalText.line(i + 1, all.get(i)));
                return Exit.DONE;
            }
            Optional<Path> chosen = choose(all, desired, console);
            if (chosen.isEmpty()) return Exit.NOTHING_CHANGED;
            console.out().print(JournalText.of(chosen.get(), console.style()));
            return Exit.DONE;
        } catch (IOException e) {
            console.report(List.of(ProgramTexts.unreadable(Journal.folder(), e)));
            return Exit.NOTHING_CHANGED;
        }
    }

    /**
     * The program of the files, or of the current folder; no name where that holds none.
     *
     * @return empty where the files that were named have none, as the console says then
     */
    private static Optional<String> program(List<String> files, Console console) {
        ProgramTexts sources = ProgramTexts.read(files);
        Optional<String> name = sources.texts().stream().flatMap(text -> Parser.parse(text).file().items().stream())
                .filter(Item.Program.class::isInstance).map(i -> ((Item.Program) i).name().text()).findFirst();
        if (files.isEmpty()) return name.or(() -> Optional.of(""));
        if (console.report(sources.problems())) return Optional.empty();
        if (name.isEmpty())
            console.report(List.of(Diagnostic.error("MC0004", "the program has no name")
                    .why("runs are stored under the program's name")
                    .fix("to see those of all programs: mcnet log --all")));
        return name;
    }

    private static List<Path> runs(String program) throws IOException {
        List<Path> runs = new ArrayList<>();
        for (Path each : Journal.all())
            if (program.isEmpty() || JournalText.program(each).equals(program)) runs.add(each);
        return runs;
    }

    private static Optional<Path> choose(List<Path> all, String desired, Console console) {
        if (desired.matches("[1-9][0-9]{0,8}") && Integer.parseInt(desired) <= all.size()) {
            return Optional.of(all.get(Integer.parseInt(desired) - 1));
        }
        console.err().println(
                "mcnet log: no run " + desired + "; runs are counted from 1, the newest, to " + all.size());
        return Optional.empty();
    }
}
