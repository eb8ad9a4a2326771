package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.ChangeRun;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.SelectionOption;
import mcnet.model.ClusterConnection;
import mcnet.operation.PlanningGoal;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet destroy}: removes all that the program made, and nothing else; what it adopted is given back as it was. */
public final class DestroyCommand implements Command {
    private static final String ADOPTED = "include-adopted";

    @Override
    public String name() {
        return "destroy";
    }

    @Override
    public String usage() {
        return "[--yes] [--include-adopted] [--only KIND=NAME] [FILE…]";
    }

    @Override
    public String summary() {
        return "Removes what the program created, and restores what it adopted";
    }

    @Override
    public Options options() {
        return ChangeRun.options().addOption(Option.builder().longOpt(ADOPTED)
                .desc("also remove adopted objects, which existed before the program").get());
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        PlanningGoal goal = new PlanningGoal(
                line.hasOption(ADOPTED) ? PlanningGoal.Goal.REMOVED : PlanningGoal.Goal.GONE,
                SelectionOption.of(line));
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        return new ChangeRun(line, console).ask(input.get(), cluster.get(), goal, "Destroy these");
    }
}
