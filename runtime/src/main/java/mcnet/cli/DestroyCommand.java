package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.model.Cluster;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet destroy}: all that the program made, and nothing else. */
final class DestroyCommand implements Command {
    @Override
    public String name() {
        return "destroy";
    }

    @Override
    public String usage() {
        return "[--yes] [--only KIND=NAME] [FILE…]";
    }

    @Override
    public String summary() {
        return "Removes what the program made, in the right order, and nothing else";
    }

    @Override
    public Options options() {
        return Run.options();
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Aim aim = new Aim(Aim.Goal.GONE, Selecting.of(line));
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        return new Run(line, console).ask(input.get(), cluster.get(), aim, "Remove all this");
    }
}
