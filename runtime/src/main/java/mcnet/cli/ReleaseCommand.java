package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.model.Cluster;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet release}: what the program looked after is nobody's again, and stays as it is. */
final class ReleaseCommand implements Command {
    @Override
    public String name() {
        return "release";
    }

    @Override
    public String usage() {
        return "[--yes] [--only KIND=NAME] [FILE…]";
    }

    @Override
    public String summary() {
        return "Takes mcnet's mark off what the program made; everything stays as it is";
    }

    @Override
    public Options options() {
        return Run.options();
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Aim aim = new Aim(Aim.Goal.RELEASED, Selecting.of(line));
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        return new Run(line, console).ask(input.get(), cluster.get(), aim, "Give these back");
    }
}
