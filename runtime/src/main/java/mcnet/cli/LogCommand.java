package mcnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.apply.Journal;
import mcnet.report.JournalText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code mcnet log}: what an apply on this machine sent, and what came back. */
final class LogCommand implements Command {
    @Override
    public String name() {
        return "log";
    }

    @Override
    public String usage() {
        return "[--list] [NUMBER]";
    }

    @Override
    public String summary() {
        return "Shows what the last apply sent and what came back; NUMBER 2 is the one before";
    }

    @Override
    public Options options() {
        return new Options().addOption(Option.builder().longOpt("list").desc("list all runs, the newest first").get());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) {
        try {
            List<Path> all = Journal.all();
            if (all.isEmpty()) {
                console.out().println("There was no apply yet on this machine by this user.");
                return Exit.DONE;
            }
            if (line.hasOption("list")) {
                for (int i = 0; i < all.size(); i++) console.out().println(JournalText.line(i + 1, all.get(i)));
                return Exit.DONE;
            }
            Optional<Path> chosen = choose(all, arguments, console);
            if (chosen.isEmpty()) return Exit.NOTHING_CHANGED;
            console.out().print(JournalText.of(chosen.get(), console.style()));
            return Exit.DONE;
        } catch (IOException e) {
            console.err().println("mcnet log: cannot read the journals in " + Journal.folder() + ": " + e.getMessage());
            return Exit.NOTHING_CHANGED;
        }
    }

    private static Optional<Path> choose(List<Path> all, List<String> arguments, Console console) {
        String wanted = arguments.isEmpty() ? "1" : arguments.getFirst();
        if (wanted.matches("[1-9][0-9]{0,8}") && Integer.parseInt(wanted) <= all.size()) {
            return Optional.of(all.get(Integer.parseInt(wanted) - 1));
        }
        console.err().println(
                "mcnet log: there is no run " + wanted + "; runs are counted from 1, the newest, to " + all.size());
        return Optional.empty();
    }
}
