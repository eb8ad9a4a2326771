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
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet release}: what the program looked after is nobody's again, and stays as it is. */
public final class ReleaseCommand implements Command {
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
        return "Stops managing the program's objects: removes mcnet's marks and changes nothing else";
    }

    @Override
    public Options options() {
        return ChangeRun.options();
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        PlanningGoal goal = new PlanningGoal(PlanningGoal.Goal.RELEASED, SelectionOption.of(line));
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        return new ChangeRun(line, console).ask(input.get(), cluster.get(), goal, "Release these");
    }
}
