package mcnet.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.cli.ChangeRun;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.KnownKinds;
import mcnet.cli.SavedPlanFiles;
import mcnet.cli.SelectionOption;
import mcnet.model.ClusterConnection;
import mcnet.operation.ApprovedPlan;
import mcnet.operation.PlanningGoal;
import mcnet.saved.SavedPlan;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet apply}: plan, question, steps, verification; or what {@code plan --out} saved. */
public final class ApplyCommand implements Command {
    @Override
    public String name() {
        return "apply";
    }

    @Override
    public String usage() {
        return "[--yes] [--only KIND=NAME] [FILE… | PLAN]";
    }

    @Override
    public String summary() {
        return "Shows the plan, asks for confirmation, applies it and verifies the result";
    }

    @Override
    public Options options() {
        return ChangeRun.options();
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Path> plan = SavedPlanFiles.named(arguments);
        if (plan.isPresent()) return saved(plan.get(), line, console);
        PlanningGoal goal = new PlanningGoal(PlanningGoal.Goal.DECLARED, SelectionOption.of(line));
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        return new ChangeRun(line, console).ask(input.get(), cluster.get(), goal, "Apply this");
    }

    private static int saved(Path file, CommandLine line, Console console) throws ParseException {
        Optional<SavedPlan> saved = SavedPlanFiles.read(file, console);
        Optional<CommandInput> input = saved.flatMap(s -> CommandInput.read(s, KnownKinds.of(line), console));
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        Optional<String> key = cluster.isEmpty() ? Optional.empty() : SavedPlanFiles.key(saved.get(), console);
        if (key.isEmpty()) return Exit.NOTHING_CHANGED;
        return new ChangeRun(line, console).as(ApprovedPlan.on(saved.get(), key.get()), input.get(), cluster.get(),
                SavedPlanFiles.goal(saved.get()));
    }
}
